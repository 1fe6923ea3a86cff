package org.openbits.cmdlets.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Random}: numbers or elements by chance. */
@CmdletName(
        verb = "Get",
        noun = "Random",
        defaultSet = "RandomNumberParameterSet",
        aliases = "random",
        errorClass = "Microsoft.PowerShell.Commands.GetRandomCommand")
@Help(
        synopsis = "Gives a number, or elements of a collection, by chance.",
        description = "A number is at least -Minimum and less than -Maximum.",
        examples = {
            @Example(title = "A die", code = "Get-Random -Minimum 1 -Maximum 7"),
            @Example(title = "Two of five", code = "1..5 | Get-Random -Count 2"),
            @Example(title = "In another order", code = "Get-Random -InputObject (1..5) -Shuffle"),
            @Example(title = "The same number each time", code = "Get-Random -Maximum 100 -SetSeed 42")
        })
final class GetRandom extends Cmdlet {

    private static final String NUMBER = "RandomNumberParameterSet";
    private static final String ELEMENTS = "RandomListItemParameterSet";

    @Parameter(position = 0, sets = NUMBER, help = "The number stays below it.")
    private @Nullable Object maximum;

    @Parameter(sets = NUMBER, help = "The smallest number.")
    private @Nullable Object minimum;

    @Parameter(
            sets = {NUMBER, ELEMENTS},
            help = "How many numbers or elements.")
    private int count = 1;

    @Parameter(position = 0, mandatory = true, pipeline = true, sets = ELEMENTS, help = "The elements to choose from.")
    private List<Object> inputObject = List.of();

    @Parameter(sets = ELEMENTS, help = "Gives all elements in an order by chance.")
    private boolean shuffle;

    @Parameter(help = "Makes the result the same each time.")
    private @Nullable Integer setSeed;

    private final List<@Nullable Object> elements = new ArrayList<>();
    private Random random = new Random();

    @Override
    protected void begin() {
        if (setSeed != null) {
            random = new Random(setSeed);
        }
    }

    @Override
    protected void process() {
        if (isBound("InputObject")) {
            elements.addAll(inputObject);
            return;
        }
        for (int i = 0; i < count; i++) {
            write(number());
        }
    }

    @Override
    protected void end() {
        Collections.shuffle(elements, random);
        elements.subList(0, shuffle ? elements.size() : Math.min(count, elements.size()))
                .forEach(this::write);
    }

    private Number number() {
        Number from = minimum == null ? Integer.valueOf(0) : Conversion.toNumber(minimum);
        Number below = maximum == null ? Integer.valueOf(Integer.MAX_VALUE) : Conversion.toNumber(maximum);
        if (from.doubleValue() >= below.doubleValue()) {
            throw runtime()
                    .terminate(Failures.of(
                            "MinGreaterThanOrEqualMax",
                            ErrorCategory.InvalidArgument,
                            from,
                            "The Minimum value (" + Conversion.toText(from)
                                    + ") cannot be greater than or equal to the Maximum" + " value ("
                                    + Conversion.toText(below) + ")."));
        }
        if (isFraction(from) || isFraction(below)) {
            return from.doubleValue() + random.nextDouble() * (below.doubleValue() - from.doubleValue());
        }
        long value =
                random.longs(1, from.longValue(), below.longValue()).findFirst().getAsLong();
        if (from instanceof Integer && below instanceof Integer) {
            return (int) value;
        }
        return value;
    }

    private static boolean isFraction(Number number) {
        return number instanceof Double || number instanceof BigDecimal;
    }
}
