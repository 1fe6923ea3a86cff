package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;

/** The jobs of a session, by number. Confined to its thread. */
final class ScriptJobs {

    private final List<ScriptJob> jobs = new ArrayList<>();
    private @Nullable Semaphore places;
    private int size;
    private int last;

    /** The places that jobs of Start-ThreadJob wait for; a limit that was given changes them for all. */
    Semaphore places(int limit, boolean given) {
        int now = places == null || given ? limit : size;
        if (places == null) {
            places = new Semaphore(now, true);
        } else if (now > size) {
            places.release(now - size);
        }
        size = Math.max(now, size);
        return places;
    }

    int nextId() {
        last++;
        return last;
    }

    void add(ScriptJob job) {
        jobs.add(job);
    }

    void remove(ScriptJob job) {
        jobs.remove(job);
    }

    /** The jobs that numbers, names or both choose; all when neither is given. What is not there is an error. */
    List<ScriptJob> find(CommandRuntime runtime, List<Integer> ids, List<String> names) {
        if (ids.isEmpty() && names.isEmpty()) {
            return List.copyOf(jobs);
        }
        List<ScriptJob> found = new ArrayList<>();
        for (int id : ids) {
            choose(runtime, found, job -> job.id() == id, Integer.toString(id), false);
        }
        for (String name : names) {
            Predicate<String> test = Conversion.wildcard(name, false);
            choose(runtime, found, job -> test.test(job.name()), name, Conversion.hasWildcard(name));
        }
        return found;
    }

    private void choose(
            CommandRuntime runtime, List<ScriptJob> found, Predicate<ScriptJob> test, String what, boolean pattern) {
        int before = found.size();
        jobs.stream().filter(test).forEach(found::add);
        if (found.size() == before && !pattern) {
            runtime.writeError(ErrorRecord.of(
                    new RuntimeFailure("The command cannot find the job " + what + ". Get-Job shows those there are."),
                    "JobWithSpecifiedNameOrIdNotFound",
                    ErrorCategory.ObjectNotFound,
                    what));
        }
    }
}
