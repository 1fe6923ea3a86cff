package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;

/**
 * .NET's FileSystemWatcher for one directory: Created, Changed and Deleted. Public because scripts call it by name; its events
 * come on a thread of its own.
 */
public final class FileWatch implements EventSource {

    private static final Map<WatchEvent.Kind<?>, String> KINDS = Map.of(
            StandardWatchEventKinds.ENTRY_CREATE, "Created",
            StandardWatchEventKinds.ENTRY_MODIFY, "Changed",
            StandardWatchEventKinds.ENTRY_DELETE, "Deleted");

    private record Listener(String event, Consumer<CustomObject> consumer) {}

    private final Engine engine;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private String path;
    private volatile String filter;
    private boolean includeSubdirectories;
    private @Nullable WatchService service;

    FileWatch(Engine engine, String path, String filter) {
        this.engine = engine;
        this.path = path;
        this.filter = filter;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String value) {
        path = value;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String value) {
        filter = value;
    }

    public boolean getIncludeSubdirectories() {
        return includeSubdirectories;
    }

    /** Directories below are not watched. */
    public void setIncludeSubdirectories(boolean value) {
        if (value) {
            throw new NetException(
                    "System.NotSupportedException",
                    "This shell watches one directory, not those below it. Make a watcher for each.",
                    null);
        }
        includeSubdirectories = false;
    }

    /** Every kind of change is seen. */
    public void setNotifyFilter(@Nullable Object ignored) {}

    public boolean getEnableRaisingEvents() {
        return service != null;
    }

    public void setEnableRaisingEvents(boolean value) {
        if (!value) {
            close();
        } else if (service == null) {
            WatchService opened = open();
            service = opened;
            Thread thread = new Thread(() -> watch(opened), "watch-" + path);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private WatchService open() {
        try {
            WatchService opened = FileSystems.getDefault().newWatchService();
            engine.directory()
                    .resolve(path)
                    .register(
                            opened,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
            return opened;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void watch(WatchService opened) {
        try {
            while (true) {
                WatchKey key = opened.take();
                key.pollEvents().forEach(this::tell);
                key.reset();
            }
        } catch (ClosedWatchServiceException over) {
            // The script ended it.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(WatchEvent<?> event) {
        String kind = KINDS.get(event.kind());
        if (kind == null || !(event.context() instanceof Path name)) {
            return;
        }
        boolean all = filter.isEmpty() || filter.equals("*.*");
        if (!all && !Conversion.wildcard(filter, false).test(name.toString())) {
            return;
        }
        CustomObject arguments = new CustomObject("System.IO.FileSystemEventArgs")
                .add("ChangeType", kind)
                .add("FullPath", engine.directory().resolve(path).resolve(name).toString())
                .add("Name", name.toString());
        for (Listener each : listeners) {
            if (each.event().equals(kind.toLowerCase(Locale.ROOT))) {
                each.consumer().accept(arguments);
            }
        }
    }

    @Override
    public @Nullable Runnable listen(String event, Consumer<CustomObject> consumer) {
        String name = event.toLowerCase(Locale.ROOT);
        if (!List.of("created", "changed", "deleted", "renamed", "error").contains(name)) {
            return null;
        }
        Listener listener = new Listener(name, consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Waits for one change of that kind. */
    public Object waitForChanged(Object kinds) {
        return waitForChanged(kinds, -1);
    }

    /** The same, at most so many milliseconds; negative: without end. */
    public Object waitForChanged(Object kinds, int milliseconds) {
        CompletableFuture<CustomObject> first = new CompletableFuture<>();
        String wanted = Conversion.toText(kinds).toLowerCase(Locale.ROOT);
        for (String each : List.of("created", "changed", "deleted")) {
            if (wanted.equals("all") || wanted.contains(each)) {
                listeners.add(new Listener(each, first::complete));
            }
        }
        boolean was = getEnableRaisingEvents();
        setEnableRaisingEvents(true);
        CompletableFuture<CustomObject> limited = milliseconds < 0
                ? first
                : first.completeOnTimeout(new CustomObject(), milliseconds, TimeUnit.MILLISECONDS);
        engine.stoppable(() -> limited.complete(new CustomObject()), limited::join);
        setEnableRaisingEvents(was);
        CustomObject change = limited.join();
        boolean over = !change.has("Name");
        return new CustomObject("System.IO.WaitForChangedResult")
                .add("ChangeType", over ? "0" : change.property("ChangeType"))
                .add("Name", over ? null : change.property("Name"))
                .add("TimedOut", over);
    }

    public void close() {
        WatchService now = service;
        service = null;
        if (now != null) {
            try {
                now.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    public void dispose() {
        close();
    }

    /** {@code New-Object System.IO.FileSystemWatcher path, filter}. */
    record Type(Engine engine) implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new FileWatch(
                    engine,
                    StaticTypes.text(arguments, 0),
                    arguments.size() > 1 ? StaticTypes.text(arguments, 1) : "*.*");
        }
    }
}
