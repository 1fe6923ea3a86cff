package org.openbits.internal.wire;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.JobEvent;

/**
 * Events on their way to a slow listener: of the modifications of one job only the newest stays, everything else is kept
 * in order. Guarded by its owner.
 */
public final class PendingEvents {

    private final Map<Object, JobEvent> events = new LinkedHashMap<>();

    public void add(JobEvent event) {
        Object key = event.kind() == JobEvent.Kind.MODIFICATION ? event.job().id() : event;
        events.remove(key);
        events.put(key, event);
    }

    /** The oldest event, taken out; null when there is none. */
    public @Nullable JobEvent poll() {
        Iterator<JobEvent> oldest = events.values().iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        JobEvent event = oldest.next();
        oldest.remove();
        return event;
    }

    public int size() {
        return events.size();
    }
}
