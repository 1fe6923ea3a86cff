package org.openbits.cmdlets.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;

/** {@code Get-Date}: this moment, or one made of parts. */
@CmdletName(
        verb = "Get",
        noun = "Date",
        defaultSet = "DateAndFormat",
        errorClass = "Microsoft.PowerShell.Commands.GetDateCommand")
@Help(
        synopsis = "Gives this moment, or the one that is asked for.",
        description = "-Format takes .NET's letters (yyyy-MM-dd HH:mm:ss), -UFormat those of the Unix date command.",
        examples = {
            @Example(title = "A name with the day in it", code = "\"backup-$(Get-Date -Format yyyy-MM-dd).zip\""),
            @Example(title = "A week ago", code = "(Get-Date).AddDays(-7)"),
            @Example(title = "From a Unix time", code = "Get-Date -UnixTimeSeconds 1700000000 -AsUTC"),
            @Example(title = "A certain day", code = "Get-Date -Year 2024 -Month 2 -Day 29"),
            @Example(title = "The beginning of today", code = "Get-Date -Hour 0 -Minute 0 -Second 0 -Millisecond 0"),
            @Example(title = "As Unix date writes it", code = "Get-Date -UFormat '%Y-%m-%d %H:%M'")
        })
final class GetDate extends Cmdlet {

    @Parameter(position = 0, pipeline = true, pipelineByName = true, aliases = "LastWriteTime", help = "The moment.")
    private @Nullable ZonedDateTime date;

    @Parameter(
            mandatory = true,
            sets = {"UnixTimeSeconds"},
            help = "The moment, in seconds since 1970 began (UTC).")
    private @Nullable Long unixTimeSeconds;

    @Parameter(help = "Another year.")
    private @Nullable Integer year;

    @Parameter(help = "Another month, 1 to 12.")
    private @Nullable Integer month;

    @Parameter(help = "Another day of the month.")
    private @Nullable Integer day;

    @Parameter(help = "Another hour, 0 to 23.")
    private @Nullable Integer hour;

    @Parameter(help = "Another minute.")
    private @Nullable Integer minute;

    @Parameter(help = "Another second.")
    private @Nullable Integer second;

    @Parameter(help = "Another millisecond.")
    private @Nullable Integer millisecond;

    @Parameter(
            help = "Gives text, in .NET's format or FileDate, FileDateTime, FileDateUniversal, FileDateTimeUniversal.")
    private @Nullable String format;

    @Parameter(
            sets = {"DateAndUFormat", "UnixTimeSeconds"},
            help = "Gives text, in the format of the Unix date command.")
    private @Nullable String uFormat;

    @Parameter(help = "Gives the moment in Coordinated Universal Time.")
    private boolean asUTC;

    @Override
    protected void process() {
        ZonedDateTime moment = moment();
        if (format != null) {
            write(formatted(moment, format));
        } else {
            write(uFormat == null ? moment : UnixDateFormat.format(uFormat, moment));
        }
    }

    private ZonedDateTime moment() {
        ZonedDateTime moment = date == null ? ZonedDateTime.now() : date;
        if (unixTimeSeconds != null) {
            moment = Instant.ofEpochSecond(unixTimeSeconds).atZone(ZoneId.systemDefault());
        }
        moment = with(moment, ChronoField.YEAR, year);
        moment = with(moment, ChronoField.MONTH_OF_YEAR, month);
        moment = with(moment, ChronoField.DAY_OF_MONTH, day);
        moment = with(moment, ChronoField.HOUR_OF_DAY, hour);
        moment = with(moment, ChronoField.MINUTE_OF_HOUR, minute);
        moment = with(moment, ChronoField.SECOND_OF_MINUTE, second);
        moment = with(moment, ChronoField.MILLI_OF_SECOND, millisecond);
        return asUTC ? moment.withZoneSameInstant(ZoneOffset.UTC) : moment;
    }

    private ZonedDateTime with(ZonedDateTime moment, ChronoField field, @Nullable Integer value) {
        if (value == null) {
            return moment;
        }
        try {
            return moment.with(field, value);
        } catch (java.time.DateTimeException outside) {
            throw runtime()
                    .terminate(Failures.of(
                            "ParameterArgumentValidationError", ErrorCategory.InvalidData, value, outside.toString()));
        }
    }

    private static String formatted(ZonedDateTime moment, String format) {
        String pattern = switch (format.toLowerCase(Locale.ROOT)) {
            case "filedate", "filedateuniversal" -> "yyyyMMdd";
            case "filedatetime", "filedatetimeuniversal" -> "yyyyMMddTHHmmssffff";
            default -> format;
        };
        boolean universal = format.toLowerCase(Locale.ROOT).endsWith("universal");
        ZonedDateTime shown = universal ? moment.withZoneSameInstant(ZoneOffset.UTC) : moment;
        String text = Conversion.toText(Members.invoke(shown, "ToString", List.of(pattern)));
        return universal ? text + "Z" : text;
    }
}
