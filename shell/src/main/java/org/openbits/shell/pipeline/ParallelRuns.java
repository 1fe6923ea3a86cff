package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ParallelBlocks;
import org.openbits.automation.ScriptBlock;

/** {@code ForEach-Object -Parallel}: a job of its own for each object, a few at a time. */
record ParallelRuns(Engine engine) implements ParallelBlocks {

    @Override
    public Run begin(ScriptBlock block, int atOnce) {
        return new Runs(engine, block.text(), atOnce);
    }

    @Override
    public Object job(ScriptBlock block, List<@Nullable Object> items, int atOnce) {
        ScriptJobs jobs = engine.services().get(ScriptJobs.class);
        int id = jobs.nextId();
        String text = "param($items) $items | ForEach-Object -Parallel {" + block.text() + "} -ThrottleLimit " + atOnce;
        ScriptJob job = new ScriptJob(id, "Job" + id, text, engine);
        jobs.add(job);
        job.start(List.of(Argument.value(items, -1)), StartJob.used(engine, block.text()), "");
        return job;
    }

    /** The list of what runs is read by whoever stops it; all else belongs to the pipeline's thread. */
    private static final class Runs implements Run {

        private final Engine engine;
        private final String text;
        private final int atOnce;
        private final Map<String, @Nullable Object> used;
        private final List<ScriptJob> running = new CopyOnWriteArrayList<>();
        private final JobWait waiting = new JobWait();
        private int fed;

        Runs(Engine engine, String text, int atOnce) {
            this.engine = engine;
            this.text = text;
            this.atOnce = atOnce;
            this.used = StartJob.used(engine, text);
        }

        @Override
        public void feed(@Nullable Object item, CommandRuntime out) {
            handOn(out);
            while (running.size() >= atOnce) {
                waiting.any(running, -1);
                engine.checkStop();
                handOn(out);
            }
            ScriptJob job = new ScriptJob(++fed, "", text, engine);
            running.add(job);
            Map<String, @Nullable Object> values = new java.util.LinkedHashMap<>(used);
            values.put("_", item);
            job.start(List.of(), values, "");
        }

        @Override
        public boolean finish(CommandRuntime out, int seconds) {
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            while (!running.isEmpty()) {
                long left =
                        seconds == 0 ? -1 : Math.max(0, (until - System.nanoTime() + 999_999_999L) / 1_000_000_000L);
                waiting.any(running, (int) left);
                engine.checkStop();
                handOn(out);
                if (left == 0 && !running.isEmpty()) {
                    stop();
                    return false;
                }
            }
            return true;
        }

        /** Gives what was written; jobs that have ended leave. */
        private void handOn(CommandRuntime out) {
            List<ScriptJob> ended = new ArrayList<>();
            for (Iterator<ScriptJob> all = running.iterator(); all.hasNext(); ) {
                ScriptJob job = all.next();
                boolean over = !job.isRunning();
                JobOutput.pass(job.take(false), out);
                if (over) {
                    ended.add(job);
                }
            }
            running.removeAll(ended);
        }

        @Override
        public void stop() {
            running.forEach(ScriptJob::stop);
            waiting.stop();
        }
    }
}
