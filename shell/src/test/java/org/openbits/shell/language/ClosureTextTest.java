package org.openbits.shell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClosureTextTest {

    @Test
    void standsWhereABlockCanStand() {
        Statement.Pipeline pipeline = (Statement.Pipeline) Parser.parse(
                        "Get-A | Where-Object { it.x == \"}\" && 'a}b'.size() > 1 } | ForEach-Object { a, b -> [a: 1] }",
                        "line")
                .statements()
                .get(0);
        assertThat(closure(pipeline, 1).text()).isEqualTo(" it.x == \"}\" && 'a}b'.size() > 1 ");
        assertThat(closure(pipeline, 2).text()).isEqualTo(" a, b -> [a: 1] ");
    }

    @Test
    void asksForMoreWhenItIsOpen() {
        assertThatThrownBy(() -> Parser.parse("Get-A | Where-Object { it.x == [", "line"))
                .isInstanceOfSatisfying(
                        SyntaxError.class,
                        error -> assertThat(error.isIncomplete()).isTrue());
    }

    private static Expression.Closure closure(Statement.Pipeline pipeline, int stage) {
        Command command = (Command) pipeline.stages().get(stage);
        Command.Value value = (Command.Value) command.arguments().get(0);
        return (Expression.Closure) value.expression();
    }
}
