package org.openbits.shell.pipeline;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CustomObject;

/**
 * The events of a session. Objects raise them on any thread; actions run on the session's own, between two statements and
 * while it waits for an event.
 */
final class Events {

    /** The event of a session that ends. */
    static final String EXITING = "PowerShell.Exiting";

    /** What Get-EventSubscriber gives, and what it takes to end it. */
    static final class Subscriber {
        private final int id;
        private final String identifier;
        private final @Nullable Object source;
        private final @Nullable String event;
        private final @Nullable Block action;
        private final @Nullable ScriptJob job;
        private final @Nullable Object data;
        private Runnable end = () -> {};
        private boolean isHidden;

        Subscriber(
                int id,
                String identifier,
                @Nullable Object source,
                @Nullable String event,
                @Nullable Block action,
                @Nullable ScriptJob job,
                @Nullable Object data) {
            this.id = id;
            this.identifier = identifier;
            this.source = source;
            this.event = event;
            this.action = action;
            this.job = job;
            this.data = data;
        }

        String identifier() {
            return identifier;
        }

        int id() {
            return id;
        }

        /** Makes it one that supports others: it is neither listed nor ended but by those who insist. */
        void hide() {
            isHidden = true;
        }

        boolean isHidden() {
            return isHidden;
        }

        void end(Runnable how) {
            end = how;
        }

        CustomObject described() {
            return new CustomObject("System.Management.Automation.PSEventSubscriber")
                    .add("SubscriptionId", id)
                    .add("SourceObject", source)
                    .add("EventName", event)
                    .add("SourceIdentifier", identifier)
                    .add("Action", job)
                    .add("SupportEvent", isHidden)
                    .add("ForwardEvent", false);
        }
    }

    private record Due(Subscriber subscriber, CustomObject event) {}

    private final Engine engine;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Queue<CustomObject> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Due> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lastEvent = new AtomicInteger();
    private int lastSubscriber;
    private boolean running;

    Events(Engine engine) {
        this.engine = engine;
    }

    int nextSubscriber() {
        lastSubscriber++;
        return lastSubscriber;
    }

    void add(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    List<Subscriber> subscribers() {
        return List.copyOf(subscribers);
    }

    void remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
        subscriber.end.run();
        if (subscriber.job != null) {
            subscriber.job.over();
        }
    }

    /** An object tells something; from any thread. */
    void raise(Subscriber subscriber, CustomObject arguments) {
        CustomObject event = event(subscriber.identifier, subscriber.source, arguments, subscriber.data);
        if (subscriber.action == null) {
            queue.add(event);
        } else {
            due.add(new Due(subscriber, event));
        }
    }

    /** {@code New-Event}: to those who registered for the name, else into the queue. */
    CustomObject raise(String identifier, @Nullable Object sender, @Nullable Object data) {
        CustomObject event = event(identifier, sender, new CustomObject(), data);
        boolean taken = false;
        for (Subscriber each : subscribers) {
            if (each.source == null && each.identifier.equalsIgnoreCase(identifier) && each.action != null) {
                due.add(new Due(each, event));
                taken = true;
            }
        }
        if (!taken) {
            queue.add(event);
        }
        return event;
    }

    private CustomObject event(
            String identifier, @Nullable Object sender, CustomObject arguments, @Nullable Object data) {
        return new CustomObject("System.Management.Automation.PSEventArgs")
                .add("ComputerName", null)
                .add("EventIdentifier", lastEvent.incrementAndGet())
                .add("Sender", sender)
                .add("SourceEventArgs", arguments)
                .add(
                        "SourceArgs",
                        new ArrayList<Object>(sender == null ? List.of(arguments) : List.of(sender, arguments)))
                .add("SourceIdentifier", identifier)
                .add("TimeGenerated", ZonedDateTime.now())
                .add("MessageData", data);
    }

    /** The events that wait, oldest first. */
    List<CustomObject> waiting(Predicate<CustomObject> wanted) {
        return queue.stream().filter(wanted).toList();
    }

    void forget(CustomObject event) {
        queue.remove(event);
    }

    /** The first event that fits, after waiting for it; null when the seconds were over. It stays in the queue. */
    @Nullable
    CustomObject await(Predicate<CustomObject> wanted, long seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.max(0, seconds));
        while (true) {
            runDue();
            List<CustomObject> found = waiting(wanted);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            if (seconds >= 0 && System.nanoTime() >= until) {
                return null;
            }
            engine.pause(java.time.Duration.ofMillis(20));
        }
    }

    /** Runs the actions that are due; on the session's thread. */
    void runDue() {
        if (running || due.isEmpty()) {
            return;
        }
        running = true;
        try {
            for (Due next = due.poll(); next != null; next = due.poll()) {
                run(next);
            }
        } finally {
            running = false;
        }
    }

    private void run(Due next) {
        Subscriber subscriber = next.subscriber();
        CustomObject event = next.event();
        Block action = subscriber.action;
        if (action == null) {
            return;
        }
        Scope scope = new Scope(engine.scope().global(), Scope.Kind.LOCAL);
        scope.set("Event", event);
        scope.set("EventSubscriber", subscriber.described());
        scope.set("Sender", event.property("Sender"));
        scope.set("EventArgs", event.property("SourceEventArgs"));
        scope.set("args", event.property("SourceArgs"));
        boolean succeeded = engine.succeeded();
        try {
            engine.within(
                    scope,
                    engine.streams(),
                    () -> engine.run(action.body().statements(), value -> {
                        if (subscriber.job != null) {
                            subscriber.job.wrote(value);
                        }
                    }));
        } catch (Signal.Return | Signal.Loop finished) {
            // The action is over.
        } catch (CmdletException failure) {
            engine.report(failure.record(), false);
        }
        engine.succeeded(succeeded);
    }

    /** The session ends. */
    void exiting() {
        for (Subscriber each : subscribers) {
            if (each.identifier.equalsIgnoreCase(EXITING) && each.action != null) {
                due.add(new Due(each, event(EXITING, null, new CustomObject(), each.data)));
            }
        }
        runDue();
        subscribers.forEach(this::remove);
    }
}
