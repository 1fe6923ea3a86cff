package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.core.CoreCmdlets;

/** A table says what the annotations say, and a bad one says nothing. */
class CmdletTableTest {

    @TempDir
    Path directory;

    private final CmdletRegistry commands = new CmdletRegistry();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        CoreCmdlets.register(commands);
        BitsCmdlets.register(commands);
        file = directory.resolve(CmdletTable.FILE_NAME);
        CmdletTable.write(file, commands.all());
    }

    @Test
    void everyCommandIsReadFromTheTableAsFromItsAnnotations() {
        CmdletTable table = CmdletTable.in(file);

        for (CmdletInfo info : commands.all()) {
            Class<? extends Cmdlet> type = info.factory().get().getClass();
            CmdletInfo ofTable = Objects.requireNonNull(table.find(type), info.name());
            assertThat(described(ofTable)).isEqualTo(described(CmdletReader.read(type)));
            assertThat(ofTable.factory().get()).isExactlyInstanceOf(type);
        }
        assertThat(commands.names()).hasSizeGreaterThan(90);
    }

    @Test
    void aClassThatIsNotInTheTableIsReadFromItsAnnotations() {
        assertThat(CmdletTable.in(file).find(Unlisted.class)).isNull();
        assertThat(CmdletInfo.of(Unlisted.class).name()).isEqualTo("Get-Unlisted");
    }

    @Test
    void aTableThatIsMissingCutShortOrSomethingElseIsEmpty() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Class<? extends Cmdlet> first =
                commands.all().iterator().next().factory().get().getClass();
        assertThat(CmdletTable.in(file).find(first)).isNotNull();

        for (int length : List.of(0, 3, 7, 20, whole.length / 2, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(CmdletTable.in(file).find(first)).as("%d bytes", length).isNull();
        }
        Files.writeString(file, "something else altogether");
        assertThat(CmdletTable.in(file).find(first)).isNull();
        assertThat(CmdletTable.in(directory.resolve("none")).find(first)).isNull();
        assertThat(CmdletTable.in(null).find(first)).isNull();
    }

    /** Everything that can be compared; two parameters are equal only when they are one. */
    private static List<Object> described(CmdletInfo info) {
        return List.of(
                info.name(),
                info.source(),
                info.errorClass(),
                info.aliases(),
                info.defaultSet(),
                info.sets(),
                info.shouldProcess(),
                info.parameters().stream().map(CmdletTableTest::described).toList(),
                info.synopsis(),
                info.description(),
                info.examples());
    }

    private static List<Object> described(ParameterInfo parameter) {
        FieldAccessor accessor = (FieldAccessor) parameter.accessor();
        return List.of(
                parameter.name(),
                parameter.type(),
                parameter.isSwitch(),
                parameter.aliases(),
                List.copyOf(parameter.sets().entrySet().stream()
                        .map(Map.Entry::toString)
                        .toList()),
                parameter.values(),
                parameter.wildcards(),
                parameter.own(),
                parameter.help(),
                parameter.typeName(),
                accessor.field(),
                accessor.minimum(),
                accessor.allows(ParameterInfo.Emptiness.NULL));
    }

    @CmdletName(verb = "Get", noun = "Unlisted")
    static final class Unlisted extends Cmdlet {}
}
