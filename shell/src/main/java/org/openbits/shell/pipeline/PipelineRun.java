package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.StopUpstream;
import org.openbits.shell.language.Command;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ExpressionStage;
import org.openbits.shell.language.Stage;
import org.openbits.shell.language.Statement;

/**
 * One run of a pipeline: every command begins, objects flow through one by one, every command ends. A command that has
 * enough ({@link StopUpstream}) ends what stands before it.
 */
final class PipelineRun {

    private final Engine engine;
    private final Statement.Pipeline pipeline;
    private final Sink out;
    private final List<Station> stations = new ArrayList<>();

    PipelineRun(Engine engine, Statement.Pipeline pipeline, Sink out) {
        this.engine = engine;
        this.pipeline = pipeline;
        this.out = out;
    }

    void run() {
        List<Redirected> files = new ArrayList<>();
        try {
            build(files);
            engine.succeeded(true);
            List<Station> all = List.copyOf(stations);
            engine.stoppable(() -> all.forEach(Station::stop), this::flow);
        } finally {
            stations.forEach(Station::close);
            files.forEach(Redirected::close);
        }
    }

    private void build(List<Redirected> files) {
        StationMaker maker = new StationMaker(engine);
        for (Stage stage : pipeline.stages()) {
            boolean last = stage == pipeline.stages().get(pipeline.stages().size() - 1);
            stations.add(
                    stage instanceof Command command
                            ? maker.make(command, !stations.isEmpty(), last && out instanceof Display)
                            : new ExpressionStation((ExpressionStage) stage));
        }
        for (int i = 0; i < stations.size(); i++) {
            Sink next = i + 1 < stations.size() ? stations.get(i + 1)::process : out;
            Redirected.apply(engine, stations.get(i), pipeline.stages().get(i).redirections(), next, files);
        }
    }

    private void flow() {
        int from = 0;
        try {
            for (Station station : stations) {
                station.begin();
            }
            for (Station station : stations) {
                station.processEarly();
            }
            stations.get(0).processNothing();
        } catch (StopUpstream enough) {
            from = indexOf(enough);
        }
        for (int i = from; i < stations.size(); i++) {
            try {
                stations.get(i).end();
            } catch (StopUpstream enough) {
                i = indexOf(enough) - 1;
            }
        }
    }

    private int indexOf(StopUpstream enough) {
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).is(enough.thrower())) {
                return i;
            }
        }
        throw enough;
    }

    /** An expression at the head of a pipeline. */
    private final class ExpressionStation extends Station {

        private final Expression expression;

        ExpressionStation(ExpressionStage stage) {
            super(PipelineRun.this.engine);
            this.expression = stage.expression();
        }

        @Override
        protected void onBegin() {}

        @Override
        protected void onProcess(@Nullable Object value) {}

        @Override
        protected void onNothing() {
            Object value = engine.expressions().value(expression);
            if (value == null && isNothing()) {
                return;
            }
            for (Object each : Conversion.enumerate(value)) {
                engine.checkStop();
                emit(each);
            }
        }

        private boolean isNothing() {
            if (expression instanceof Expression.Variable variable) {
                Variable found = engine.variables().find(variable.name());
                return found != null && found.isNothing();
            }
            return expression instanceof Expression.SubExpression || expression instanceof Expression.Paren;
        }

        @Override
        protected void onEnd() {}
    }
}
