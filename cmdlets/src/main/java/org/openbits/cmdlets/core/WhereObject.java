package org.openbits.cmdlets.core;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Regexes;
import org.openbits.automation.ScriptBlock;
import org.openbits.cmdlets.core.display.PropertyExpression;

/**
 * {@code Where-Object}: lets through what a condition holds for. Most of it is its parameters: one switch for each
 * operator, read by name through {@link Comparison}.
 */
@CmdletName(
        verb = "Where",
        noun = "Object",
        defaultSet = "ScriptBlockSet",
        aliases = {"?", "where"},
        errorClass = "Microsoft.PowerShell.Commands.WhereObjectCommand")
@Help(
        synopsis = "Lets through the objects for which a condition is true.",
        description = "The condition is a script block that reads the object as $_, or a property, an operator and a"
                + " value. A property alone is tested for being true.",
        examples = {
            @Example(title = "A script block", code = "1..5 | Where-Object { $_ -gt 3 }"),
            @Example(title = "A property and a value", code = "'a', 'bb' | Where-Object Length -eq 2"),
            @Example(
                    title = "A script block on one value",
                    code = "Where-Object -InputObject 5 -FilterScript { $_ -gt 3 }"),
            @Example(
                    title = "All but one value",
                    code = "'a', 'bb', 'ccc' | Where-Object -Property Length -NE -Value 2"),
            @Example(
                    title = "Between two limits, with them",
                    code = "'a', 'bb', 'ccc' | Where-Object Length -GE 2 | Where-Object Length -LE 3"),
            @Example(title = "Below a limit", code = "'a', 'bb', 'ccc' | Where-Object Length -LT 3"),
            @Example(
                    title = "Names by a pattern",
                    code = "Get-Command -Noun Item | Where-Object Name -Like 'R*' | Where-Object Name -NotLike"
                            + " '*move*'"),
            @Example(
                    title = "Names by a regular expression",
                    code = "Get-Command -Noun Item | Where-Object Name -Match '^(Get|Set)' | Where-Object Name"
                            + " -NotMatch 'Set'"),
            @Example(
                    title = "Some values, without others",
                    code = "Get-Command -Noun Item | Where-Object Verb -In Get, Set, New | Where-Object Verb -NotIn"
                            + " New"),
            @Example(
                    title = "Lists that hold a value",
                    code = "$jobs = @{ Tags = 'os', 'big' }, @{ Tags = 'os' }; $jobs | Where-Object Tags -Contains os"
                            + " | Where-Object Tags -NotContains big"),
            @Example(
                    title = "By type",
                    code = "$all = @{ Value = 1 }, @{ Value = 'a' }; $all | Where-Object Value -Is ([int]); $all |"
                            + " Where-Object Value -IsNot ([int])"),
            @Example(title = "Files alone", code = "Get-ChildItem | Where-Object -Not PSIsContainer"),
            @Example(
                    title = "Equal, with capital letters",
                    code = "Get-Command -Noun Item | Where-Object Verb -CEQ Get; Get-Command -Noun Item |"
                            + " Where-Object Verb -CNE Get"),
            @Example(
                    title = "A part of the alphabet",
                    code = "Get-Command -Noun Item | Where-Object Name -CGE Get-Item | Where-Object Name -CLT"
                            + " Set-Item"),
            @Example(
                    title = "The same, without its beginning",
                    code = "Get-Command -Noun Item | Where-Object Name -CGT Get-Item | Where-Object Name -CLE"
                            + " Set-Item"),
            @Example(
                    title = "A pattern with capital letters",
                    code = "Get-Command -Noun Item | Where-Object Name -CLike 'R*' | Where-Object Name -CNotLike"
                            + " '*move*'"),
            @Example(
                    title = "An expression with capital letters",
                    code = "Get-Command -Noun Item | Where-Object Name -CMatch '^[GS]et' | Where-Object Name"
                            + " -CNotMatch '^S'"),
            @Example(
                    title = "Some values with capital letters",
                    code = "Get-Command -Noun Item | Where-Object Verb -CIn Get, Set | Where-Object Verb -CNotIn Set"),
            @Example(
                    title = "Lists, with capital letters",
                    code = "$jobs = @{ Tags = 'OS' }, @{ Tags = 'os' }; $jobs | Where-Object Tags -CContains OS |"
                            + " Where-Object Tags -CNotContains os")
        })
@SuppressWarnings("unused") // the switches are asked for by name
final class WhereObject extends Cmdlet {

    private static final String PROPERTY = "EqualSet";

    @Parameter(position = 0, mandatory = true, sets = "ScriptBlockSet", help = "The condition; $_ is the object.")
    private @Nullable ScriptBlock filterScript;

    @Parameter(position = 0, mandatory = true, sets = PROPERTY, help = "The property to compare.")
    private String property = "";

    @Parameter(position = 1, sets = PROPERTY, help = "The value to compare it with.")
    private @Nullable Object value;

    @Parameter(pipeline = true, help = "The objects to filter.")
    private @Nullable Object inputObject;

    @Parameter(name = "EQ", sets = PROPERTY, aliases = "IEQ", help = "Holds when the property equals the value.")
    private boolean isEQ;

    @Parameter(name = "CEQ", sets = PROPERTY, help = "Holds when the property equals the value, letter case included.")
    private boolean isCEQ;

    @Parameter(
            name = "NE",
            sets = PROPERTY,
            aliases = "INE",
            help = "Holds when the property does not equal the value.")
    private boolean isNE;

    @Parameter(
            name = "CNE",
            sets = PROPERTY,
            help = "Holds when the property does not equal the value, letter case included.")
    private boolean isCNE;

    @Parameter(
            name = "GT",
            sets = PROPERTY,
            aliases = "IGT",
            help = "Holds when the property is greater than the value.")
    private boolean isGT;

    @Parameter(
            name = "CGT",
            sets = PROPERTY,
            help = "Holds when the property is greater than the value, letter case included.")
    private boolean isCGT;

    @Parameter(
            name = "GE",
            sets = PROPERTY,
            aliases = "IGE",
            help = "Holds when the property is greater than or equal to the value.")
    private boolean isGE;

    @Parameter(
            name = "CGE",
            sets = PROPERTY,
            help = "Holds when the property is greater than or equal to the value, letter case included.")
    private boolean isCGE;

    @Parameter(name = "LT", sets = PROPERTY, aliases = "ILT", help = "Holds when the property is less than the value.")
    private boolean isLT;

    @Parameter(
            name = "CLT",
            sets = PROPERTY,
            help = "Holds when the property is less than the value, letter case included.")
    private boolean isCLT;

    @Parameter(
            name = "LE",
            sets = PROPERTY,
            aliases = "ILE",
            help = "Holds when the property is less than or equal to the value.")
    private boolean isLE;

    @Parameter(
            name = "CLE",
            sets = PROPERTY,
            help = "Holds when the property is less than or equal to the value, letter case included.")
    private boolean isCLE;

    @Parameter(
            name = "Like",
            sets = PROPERTY,
            aliases = "ILike",
            help = "Holds when the property matches the wildcard pattern.")
    private boolean isLike;

    @Parameter(
            name = "CLike",
            sets = PROPERTY,
            help = "Holds when the property matches the wildcard pattern, letter case included.")
    private boolean isCLike;

    @Parameter(
            name = "NotLike",
            sets = PROPERTY,
            aliases = "INotLike",
            help = "Holds when the property does not match the wildcard pattern.")
    private boolean isNotLike;

    @Parameter(
            name = "CNotLike",
            sets = PROPERTY,
            help = "Holds when the property does not match the wildcard pattern, letter case included.")
    private boolean isCNotLike;

    @Parameter(
            name = "Match",
            sets = PROPERTY,
            aliases = "IMatch",
            help = "Holds when the property matches the regular expression.")
    private boolean isMatch;

    @Parameter(
            name = "CMatch",
            sets = PROPERTY,
            help = "Holds when the property matches the regular expression, letter case included.")
    private boolean isCMatch;

    @Parameter(
            name = "NotMatch",
            sets = PROPERTY,
            aliases = "INotMatch",
            help = "Holds when the property does not match the regular expression.")
    private boolean isNotMatch;

    @Parameter(
            name = "CNotMatch",
            sets = PROPERTY,
            help = "Holds when the property does not match the regular expression, letter case included.")
    private boolean isCNotMatch;

    @Parameter(name = "In", sets = PROPERTY, aliases = "IIn", help = "Holds when the property is one of the values.")
    private boolean isIn;

    @Parameter(
            name = "CIn",
            sets = PROPERTY,
            help = "Holds when the property is one of the values, letter case included.")
    private boolean isCIn;

    @Parameter(
            name = "NotIn",
            sets = PROPERTY,
            aliases = "INotIn",
            help = "Holds when the property is none of the values.")
    private boolean isNotIn;

    @Parameter(
            name = "CNotIn",
            sets = PROPERTY,
            help = "Holds when the property is none of the values, letter case included.")
    private boolean isCNotIn;

    @Parameter(
            name = "Contains",
            sets = PROPERTY,
            aliases = "IContains",
            help = "Holds when the property is a collection that contains the value.")
    private boolean isContains;

    @Parameter(
            name = "CContains",
            sets = PROPERTY,
            help = "Holds when the property is a collection that contains the value, letter case included.")
    private boolean isCContains;

    @Parameter(
            name = "NotContains",
            sets = PROPERTY,
            aliases = "INotContains",
            help = "Holds when the property is a collection that does not contain the value.")
    private boolean isNotContains;

    @Parameter(
            name = "CNotContains",
            sets = PROPERTY,
            help = "Holds when the property is a collection that does not contain the value, letter case included.")
    private boolean isCNotContains;

    @Parameter(name = "Is", sets = PROPERTY, help = "Holds when the property is of the type.")
    private boolean isOfType;

    @Parameter(name = "IsNot", sets = PROPERTY, help = "Holds when the property is not of the type.")
    private boolean isNotOfType;

    @Parameter(name = "Not", sets = PROPERTY, help = "Holds when the property is false, empty or missing.")
    private boolean isFalse;

    private @Nullable Comparison comparison;
    private @Nullable PropertyExpression expression;

    @Override
    protected void begin() {
        if (filterScript != null) {
            return;
        }
        expression = PropertyExpression.named(property);
        for (Comparison candidate : Comparison.values()) {
            if (isBound(candidate.name())) {
                comparison = candidate;
            }
        }
        if (comparison == null && isBound("Value")) {
            throw runtime()
                    .terminate(Failures.of(
                            "OperatorNotSpecified",
                            ErrorCategory.InvalidArgument,
                            property,
                            "The value for '" + property
                                    + "' has no operator: write -eq, -like or another one before it."));
        }
    }

    @Override
    protected void process() {
        if (isBound("InputObject") && holds()) {
            write(inputObject);
        }
    }

    private boolean holds() {
        if (filterScript != null) {
            return Conversion.isTrue(filterScript.invokeSingle(inputObject));
        }
        Object actual = expression == null ? null : expression.value(inputObject);
        if (comparison == null) {
            return Conversion.isTrue(actual);
        }
        boolean holds = comparison.holds(actual, value);
        if (holds && (comparison == Comparison.Match || comparison == Comparison.CMatch)) {
            noteMatches(Conversion.toText(actual));
        }
        return holds;
    }

    /** Sets $Matches, as -match does. */
    private void noteMatches(String text) {
        Matcher matcher = Regexes.pattern(Conversion.toText(value), comparison == Comparison.CMatch)
                .matcher(text);
        if (matcher.find()) {
            runtime().setVariable("Matches", Regexes.matches(matcher));
        }
    }
}
