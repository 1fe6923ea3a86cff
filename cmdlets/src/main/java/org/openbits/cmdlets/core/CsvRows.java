package org.openbits.cmdlets.core;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;

/** Reads CSV text into objects with text properties. */
final class CsvRows {

    private final CommandRuntime runtime;
    private final char delimiter;
    private final List<String> givenHeader;

    /** @param header the names of the columns; empty: the first line has them */
    CsvRows(CommandRuntime runtime, char delimiter, List<String> header) {
        this.runtime = runtime;
        this.delimiter = delimiter;
        this.givenHeader = header;
    }

    /** Writes an object for each row down the pipeline, as the rows are read. */
    void write(Reader text) {
        List<String> header = givenHeader;
        boolean isFirst = true;
        try (CsvReader<CsvRecord> rows = reader(text)) {
            for (CsvRecord row : rows) {
                boolean isType = isFirst && row.getField(0).startsWith("#TYPE");
                isFirst = false;
                if (isType || row.getFields().stream().allMatch(String::isEmpty) && row.getFieldCount() == 1) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = header(row.getFields());
                } else {
                    runtime.write(object(header, row.getFields()));
                }
                if (runtime.isStopping()) {
                    return;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The fields of one line. */
    static List<String> fields(String line, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .trimWhitespacesAroundQuotes(true)
                .ofSingleCsvRecord(line)
                .getFields();
    }

    private CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text);
    }

    /** A column without a name is called after its place; two of one name cannot be told apart. */
    private List<String> header(List<String> fields) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).stripLeading();
            if (name.isBlank()) {
                name = "H" + (i + 1);
                runtime.warn(
                        "One or more headers were not specified. Default names starting with \"H\" have been used in"
                                + " place of any missing headers.");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw runtime.terminate(Failures.of(
                        "MemberAlreadyPresent",
                        ErrorCategory.InvalidData,
                        name,
                        "The member \"" + name + "\" is already present."));
            }
            names.add(name);
        }
        return names;
    }

    private static CustomObject object(List<String> header, List<String> fields) {
        CustomObject object = new CustomObject();
        for (int i = 0; i < header.size(); i++) {
            object.add(header.get(i), i < fields.size() ? fields.get(i).stripLeading() : null);
        }
        return object;
    }
}
