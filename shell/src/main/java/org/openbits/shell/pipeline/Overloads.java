package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.Statement.ClassDefinition.Method;

/** Which of several methods of one name takes the arguments. */
final class Overloads {

    private Overloads() {}

    /** The one whose parameters need the fewest conversions; null when none takes them. */
    static @Nullable Method choose(Engine engine, List<Method> methods, List<? extends @Nullable Object> arguments) {
        Method best = null;
        int bestCost = Integer.MAX_VALUE;
        for (Method method : methods) {
            int cost = method.parameters().size() == arguments.size() ? cost(engine, method, arguments) : -1;
            if (cost >= 0 && cost < bestCost) {
                best = method;
                bestCost = cost;
            }
        }
        return best;
    }

    private static int cost(Engine engine, Method method, List<? extends @Nullable Object> arguments) {
        int cost = 0;
        for (int i = 0; i < arguments.size(); i++) {
            int each = cost(engine, method.parameters().get(i), arguments.get(i));
            if (each < 0) {
                return -1;
            }
            cost += each;
        }
        return cost;
    }

    private static int cost(Engine engine, ParameterDeclaration parameter, @Nullable Object argument) {
        if (parameter.type() == null) {
            return 2;
        }
        if (engine.types().isInstance(parameter.type(), argument)) {
            return 0;
        }
        try {
            engine.types().convert(parameter.type(), argument, parameter.span());
            boolean text = Types.key(parameter.type()).equals("string");
            return argument instanceof Number != text || !Conversion.isMany(argument) && !text ? 1 : 3;
        } catch (Signal signal) {
            throw signal;
        } catch (RuntimeException notConvertible) {
            return -1;
        }
    }
}
