package org.openbits.cmdlets.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** {@code Measure-Object}: counts and adds up. */
@CmdletName(
        verb = "Measure",
        noun = "Object",
        defaultSet = "GenericMeasure",
        aliases = "measure",
        errorClass = "Microsoft.PowerShell.Commands.MeasureObjectCommand")
@Help(
        synopsis = "Counts objects, adds up their numbers, or counts lines, words and characters.",
        description = "What is not asked for stays empty.",
        examples = {
            @Example(title = "Count", code = "(Get-Command | Measure-Object).Count"),
            @Example(title = "Sum and greatest", code = "1..10 | Measure-Object -Sum -Maximum"),
            @Example(title = "Words", code = "'one two three' | Measure-Object -Word"),
            @Example(
                    title = "Size of the smallest file",
                    code = "Get-ChildItem -File | Measure-Object -Property Length -Average -Minimum"),
            @Example(
                    title = "All figures at once",
                    code = "Measure-Object -InputObject 3 -AllStats; 1..10 | Measure-Object -StandardDeviation"),
            @Example(
                    title = "Lines and letters of a text",
                    code = "'one two', 'three' | Measure-Object -Line -Character -IgnoreWhiteSpace")
        })
final class MeasureObject extends Cmdlet {

    private static final String NUMBERS = "GenericMeasure";
    private static final String TEXT = "TextMeasure";

    @Parameter(position = 0, help = "The properties to measure; the objects themselves when left out.")
    private List<Object> property = List.of();

    @Parameter(sets = NUMBERS, help = "Adds up.")
    private boolean sum;

    @Parameter(sets = NUMBERS, help = "Gives the mean value.")
    private boolean average;

    @Parameter(sets = NUMBERS, help = "Gives the greatest value.")
    private boolean maximum;

    @Parameter(sets = NUMBERS, help = "Gives the smallest value.")
    private boolean minimum;

    @Parameter(sets = NUMBERS, help = "Gives the standard deviation.")
    private boolean standardDeviation;

    @Parameter(sets = NUMBERS, help = "Gives all of these.")
    private boolean allStats;

    @Parameter(sets = TEXT, help = "Counts lines.")
    private boolean line;

    @Parameter(sets = TEXT, help = "Counts words.")
    private boolean word;

    @Parameter(sets = TEXT, help = "Counts characters.")
    private boolean character;

    @Parameter(sets = TEXT, help = "Leaves out blanks when it counts characters.")
    private boolean ignoreWhiteSpace;

    @Parameter(pipeline = true, help = "The objects to measure.")
    private @Nullable Object inputObject;

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private List<PropertyExpression> properties = List.of();

    @Override
    protected void begin() {
        properties = Properties.of(property, runtime());
        if (properties.isEmpty()) {
            measurements.put("", new Measurement(maximum || minimum || allStats));
        }
    }

    @Override
    protected void process() {
        if (inputObject == null) {
            return;
        }
        if (properties.isEmpty()) {
            measure("", inputObject);
        }
        for (PropertyExpression expression : properties) {
            for (PropertyExpression resolved : expression.resolve(inputObject)) {
                Object value = resolved.value(inputObject);
                if (value != null) {
                    measure(resolved.name(), value);
                }
            }
        }
    }

    @Override
    protected void end() {
        for (PropertyExpression expression : properties) {
            if (!measurements.containsKey(expression.name()) && !Conversion.hasWildcard(expression.name())) {
                writeError(Failures.of(
                        "GenericMeasurePropertyNotFound",
                        ErrorCategory.InvalidArgument,
                        null,
                        "The property \"" + expression.name() + "\" cannot be found in the input for any objects."));
            }
        }
        measurements.forEach(
                (name, measurement) -> write(isText() ? text(name, measurement) : numbers(name, measurement)));
    }

    private void measure(String name, Object value) {
        Measurement measurement =
                measurements.computeIfAbsent(name, key -> new Measurement(maximum || minimum || allStats));
        if (isText()) {
            measurement.addText(Conversion.toText(value), ignoreWhiteSpace);
            return;
        }
        boolean needsNumbers = sum || average || standardDeviation || allStats;
        if (!measurement.add(value, needsNumbers)) {
            writeError(Failures.of(
                    "NonNumericInputObject",
                    ErrorCategory.InvalidType,
                    value,
                    "Input object \"" + Conversion.toText(value) + "\" is not numeric."));
        }
    }

    private boolean isText() {
        return line || word || character;
    }

    private CustomObject text(String name, Measurement measurement) {
        return new CustomObject("Microsoft.PowerShell.Commands.TextMeasureInfo")
                .add("Lines", line ? measurement.lines() : null)
                .add("Words", word ? measurement.words() : null)
                .add("Characters", character ? measurement.characters() : null)
                .add("Property", name.isEmpty() ? null : name);
    }

    private CustomObject numbers(String name, Measurement measurement) {
        return new CustomObject("Microsoft.PowerShell.Commands.GenericMeasureInfo")
                .add("Count", measurement.count())
                .add("Average", average || allStats ? measurement.average() : null)
                .add("Sum", sum || allStats ? measurement.sum() : null)
                .add("Maximum", maximum || allStats ? measurement.maximum() : null)
                .add("Minimum", minimum || allStats ? measurement.minimum() : null)
                .add("StandardDeviation", standardDeviation || allStats ? measurement.standardDeviation() : null)
                .add("Property", name.isEmpty() ? null : name);
    }
}
