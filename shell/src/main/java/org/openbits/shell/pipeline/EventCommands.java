package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;

/** The commands on {@link Events}. */
final class EventCommands {

    private EventCommands() {}

    /** What the two commands that register share. */
    abstract static class Registering extends Cmdlet {

        @Parameter(help = "What $Event.MessageData is in the action.")
        private @Nullable Object messageData;

        @Parameter(help = "Hides the subscription: it is listed and ended with -Force alone.")
        private boolean supportEvent;

        final Events.Subscriber register(
                String identifier, @Nullable Object source, @Nullable String event, @Nullable ScriptBlock action) {
            Engine engine = runtime().service(Engine.class);
            Events events = runtime().service(Events.class);
            boolean taken = events.subscribers().stream()
                    .anyMatch(each -> each.identifier().equalsIgnoreCase(identifier));
            if (taken && source != null) {
                throw runtime()
                        .terminate(ErrorRecord.of(
                                new RuntimeFailure("Cannot subscribe to the specified event. A subscriber with the"
                                        + " source identifier '" + identifier + "' already exists."),
                                "SUBSCRIBER_EXISTS",
                                ErrorCategory.InvalidArgument,
                                identifier));
            }
            ScriptJob job = null;
            if (action != null) {
                ScriptJobs jobs = runtime().service(ScriptJobs.class);
                job = new ScriptJob(jobs.nextId(), identifier, action.text(), engine);
                jobs.add(job);
            }
            Block block = action == null
                    ? null
                    : action instanceof Block own ? own : engine.types().block(action.text());
            Events.Subscriber subscriber =
                    new Events.Subscriber(events.nextSubscriber(), identifier, source, event, block, job, messageData);
            if (supportEvent) {
                subscriber.hide();
            }
            events.add(subscriber);
            if (job != null && !supportEvent) {
                write(job);
            }
            return subscriber;
        }
    }

    /** {@code Register-ObjectEvent}. */
    @CmdletName(
            verb = "Register",
            noun = "ObjectEvent",
            errorClass = "Microsoft.PowerShell.Commands.RegisterObjectEventCommand")
    @Help(
            synopsis = "Notes the events of an object, or runs a block at each.",
            description = "Objects that raise events: System.Timers.Timer, System.Net.WebClient,"
                    + " System.IO.FileSystemWatcher, System.Diagnostics.Process. A block runs between two statements.",
            examples = {
                @Example(
                        title = "Once after a second",
                        code = "$t = New-Object Timers.Timer 10; Register-ObjectEvent $t Elapsed -SourceIdentifier t;"
                                + " Unregister-Event t"),
                @Example(
                        title = "Run a block at each event",
                        code =
                                "$t = New-Object Timers.Timer 10; $null = Register-ObjectEvent -InputObject $t -EventName"
                                        + " Elapsed -SourceIdentifier tick -MessageData 'up' -Action { $Event.MessageData };"
                                        + " Unregister-Event tick"),
                @Example(
                        title = "As modules do for themselves",
                        code =
                                "$t = New-Object Timers.Timer 10; Register-ObjectEvent -InputObject $t -EventName Elapsed"
                                        + " -SourceIdentifier quiet -SupportEvent; Unregister-Event quiet -Force")
            })
    static final class RegisterObject extends Registering {

        @Parameter(position = 0, mandatory = true, help = "The object.")
        private @Nullable Object inputObject;

        @Parameter(position = 1, mandatory = true, help = "The name of the event.")
        private String eventName = "";

        @Parameter(position = 100, help = "What the events are called; a name of its own when left out.")
        private String sourceIdentifier = "";

        @Parameter(position = 101, help = "What is run at each event.")
        private @Nullable ScriptBlock action;

        @Override
        protected void process() {
            String identifier = sourceIdentifier.isEmpty() ? UUID.randomUUID().toString() : sourceIdentifier;
            Events events = runtime().service(Events.class);
            if (!(inputObject instanceof EventSource source)) {
                throw unknown();
            }
            Events.Subscriber subscriber = register(identifier, inputObject, eventName, action);
            Runnable end = source.listen(eventName, arguments -> events.raise(subscriber, arguments));
            if (end == null) {
                events.remove(subscriber);
                throw unknown();
            }
            subscriber.end(end);
        }

        private RuntimeException unknown() {
            return runtime()
                    .terminate(ErrorRecord.of(
                            new RuntimeFailure("Cannot register for the specified event. An event with the name '"
                                    + eventName + "' does not exist on " + Members.typeName(inputObject) + "."),
                            "INVALID_REGISTRATION",
                            ErrorCategory.InvalidArgument,
                            eventName));
        }
    }

    /** {@code Register-EngineEvent}. */
    @CmdletName(
            verb = "Register",
            noun = "EngineEvent",
            errorClass = "Microsoft.PowerShell.Commands.RegisterEngineEventCommand")
    @Help(
            synopsis = "Runs a block at events of New-Event, or when the session ends (PowerShell.Exiting).",
            examples = {
                @Example(
                        title = "A name of one's own",
                        code = "Register-EngineEvent my { 'seen' }; Unregister-Event my"),
                @Example(
                        title = "Hands a text to the action",
                        code = "Register-EngineEvent -SourceIdentifier told -MessageData 'hello'"
                                + " -Action { $Event.MessageData } -SupportEvent;"
                                + " Unregister-Event told -Force")
            })
    static final class RegisterEngine extends Registering {

        @Parameter(position = 100, mandatory = true, help = "The name of the events.")
        private String sourceIdentifier = "";

        @Parameter(position = 101, help = "What is run at each event.")
        private @Nullable ScriptBlock action;

        @Override
        protected void process() {
            register(sourceIdentifier, null, null, action);
        }
    }

    /** {@code Get-EventSubscriber}. */
    @CmdletName(
            verb = "Get",
            noun = "EventSubscriber",
            errorClass = "Microsoft.PowerShell.Commands.GetEventSubscriberCommand")
    @Help(
            synopsis = "Lists what is registered.",
            examples = {
                @Example(title = "All", code = "Get-EventSubscriber"),
                @Example(
                        title = "Only one, by its name",
                        code = "Register-EngineEvent done { 'seen' }; Get-EventSubscriber -SourceIdentifier done -Force"
                                + " | Unregister-Event")
            })
    static final class Subscribers extends Cmdlet {

        @Parameter(position = 0, pipelineByName = true, wildcards = true, help = "The names.")
        private String sourceIdentifier = "*";

        @Parameter(help = "Also those that -SupportEvent hides.")
        private boolean force;

        @Override
        protected void process() {
            Predicate<String> wanted = Conversion.wildcard(sourceIdentifier, false);
            runtime().service(Events.class).subscribers().stream()
                    .filter(each -> (force || !each.isHidden()) && wanted.test(each.identifier()))
                    .forEach(each -> write(each.described()));
        }
    }

    /** {@code Unregister-Event}. */
    @CmdletName(
            verb = "Unregister",
            noun = "Event",
            defaultSet = "BySource",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.UnregisterEventCommand")
    @Help(
            synopsis = "Ends what was registered.",
            examples = {
                @Example(title = "All", code = "Get-EventSubscriber | Unregister-Event"),
                @Example(
                        title = "By its name",
                        code = "Register-EngineEvent -SourceIdentifier my; Unregister-Event"
                                + " -SourceIdentifier my -Force"),
                @Example(
                        title = "By its number",
                        code = "Register-EngineEvent my; Unregister-Event -SubscriptionId"
                                + " (Get-EventSubscriber my).SubscriptionId")
            })
    static final class Unregister extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                sets = "BySource",
                pipelineByName = true,
                wildcards = true,
                help = "The name.")
        private String sourceIdentifier = "";

        @Parameter(mandatory = true, sets = "ById", pipelineByName = true, help = "The number of the subscription.")
        private int subscriptionId;

        @Parameter(help = "Also those that -SupportEvent hides.")
        private boolean force;

        @Override
        protected void process() {
            Events events = runtime().service(Events.class);
            Predicate<String> named = Conversion.wildcard(sourceIdentifier, false);
            List<Events.Subscriber> found = events.subscribers().stream()
                    .filter(each -> force || !each.isHidden())
                    .filter(each ->
                            sourceIdentifier.isEmpty() ? each.id() == subscriptionId : named.test(each.identifier()))
                    .toList();
            if (found.isEmpty() && !Conversion.hasWildcard(sourceIdentifier)) {
                writeError(ErrorRecord.of(
                        new RuntimeFailure("An event subscriber with the source identifier '" + sourceIdentifier
                                + "' does not exist. Get-EventSubscriber lists them."),
                        "INVALID_SOURCE_IDENTIFIER",
                        ErrorCategory.InvalidArgument,
                        sourceIdentifier));
            }
            for (Events.Subscriber each : found) {
                if (shouldProcess("Event subscriber '" + each.identifier() + "'", "Unsubscribe")) {
                    events.remove(each);
                }
            }
        }
    }

    /** What the commands on waiting events share. */
    abstract static class Waiting extends Cmdlet {

        @Parameter(position = 0, sets = "BySource", pipelineByName = true, wildcards = true, help = "The name.")
        private String sourceIdentifier = "*";

        @Parameter(sets = "ById", mandatory = true, aliases = "EventId", help = "The number of the event.")
        private int eventIdentifier;

        final Predicate<CustomObject> wanted() {
            Predicate<String> named = Conversion.wildcard(sourceIdentifier, false);
            return event -> isBound("EventIdentifier")
                    ? Conversion.equal(event.property("EventIdentifier"), eventIdentifier, true)
                    : named.test(Conversion.toText(event.property("SourceIdentifier")));
        }
    }

    /** {@code Get-Event}. */
    @CmdletName(
            verb = "Get",
            noun = "Event",
            defaultSet = "BySource",
            errorClass = "Microsoft.PowerShell.Commands.GetEventCommand")
    @Help(
            synopsis = "Gives the events that wait.",
            examples = {
                @Example(title = "All", code = "Get-Event"),
                @Example(
                        title = "Those of one source",
                        code = "New-Event -SourceIdentifier copied -MessageData 17 | Out-Null;"
                                + " (Get-Event -SourceIdentifier copied).MessageData; Remove-Event copied"),
                @Example(
                        title = "One by its number",
                        code = "$raised = New-Event -SourceIdentifier moved;"
                                + " Get-Event -EventIdentifier $raised.EventIdentifier; Remove-Event moved")
            })
    static final class Get extends Waiting {
        @Override
        protected void process() {
            runtime().service(Events.class).waiting(wanted()).forEach(this::write);
        }
    }

    /** {@code Remove-Event}. */
    @CmdletName(
            verb = "Remove",
            noun = "Event",
            defaultSet = "BySource",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.RemoveEventCommand")
    @Help(
            synopsis = "Takes events that wait away.",
            examples = {
                @Example(title = "All", code = "Get-Event | Remove-Event"),
                @Example(
                        title = "Those of one name",
                        code = "$null = New-Event -SourceIdentifier copied; Remove-Event -SourceIdentifier copied"),
                @Example(
                        title = "One by its number",
                        code = "$event1 = New-Event -SourceIdentifier copied; Remove-Event -EventIdentifier"
                                + " $event1.EventIdentifier")
            })
    static final class Remove extends Waiting {
        @Override
        protected void process() {
            Events events = runtime().service(Events.class);
            for (CustomObject each : events.waiting(wanted())) {
                if (shouldProcess("Event '" + Conversion.toText(each.property("SourceIdentifier")) + "'", "Remove")) {
                    events.forget(each);
                }
            }
        }
    }

    /** {@code Wait-Event}. */
    @CmdletName(verb = "Wait", noun = "Event", errorClass = "Microsoft.PowerShell.Commands.WaitEventCommand")
    @Help(
            synopsis = "Waits for an event and gives it; Remove-Event takes it away.",
            examples = {
                @Example(title = "At most a second", code = "Wait-Event done -Timeout 1"),
                @Example(
                        title = "Already there",
                        code = "$null = New-Event -SourceIdentifier ready; Wait-Event"
                                + " -SourceIdentifier ready -Timeout 1")
            })
    static final class Wait extends Cmdlet {

        @Parameter(position = 0, wildcards = true, help = "The name.")
        private String sourceIdentifier = "*";

        @Parameter(aliases = "TimeoutSec", help = "The longest wait in seconds.")
        private int timeout = -1;

        @Override
        protected void process() {
            Predicate<String> named = Conversion.wildcard(sourceIdentifier, false);
            CustomObject event = runtime()
                    .service(Events.class)
                    .await(each -> named.test(Conversion.toText(each.property("SourceIdentifier"))), timeout);
            if (event != null) {
                write(event);
            }
        }
    }

    /** {@code New-Event}. */
    @CmdletName(verb = "New", noun = "Event", errorClass = "Microsoft.PowerShell.Commands.NewEventCommand")
    @Help(
            synopsis = "Raises an event of one's own.",
            examples = {
                @Example(title = "With a message", code = "New-Event -SourceIdentifier done -MessageData 17"),
                @Example(
                        title = "With a sender and arguments",
                        code = "New-Event -SourceIdentifier copied -Sender 'backup' -EventArguments 'a.txt', 3")
            })
    static final class Raise extends Cmdlet {

        @Parameter(position = 0, mandatory = true, help = "The name.")
        private String sourceIdentifier = "";

        @Parameter(position = 1, help = "Who raises it.")
        private @Nullable Object sender;

        @Parameter(position = 2, help = "Arguments of the event.")
        private List<Object> eventArguments = new ArrayList<>();

        @Parameter(position = 3, help = "What goes with it.")
        private @Nullable Object messageData;

        @Override
        protected void process() {
            Events events = runtime().service(Events.class);
            CustomObject event = events.raise(sourceIdentifier, sender, messageData);
            if (!eventArguments.isEmpty()) {
                event.add("SourceArgs", eventArguments);
            }
            write(event);
        }
    }
}
