package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommonParameters;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;

/** Every parameter of Microsoft's eight cmdlets has its name, type, position, aliases, set and pipeline binding here. */
class ParityTest {

    /** Types whose values Microsoft lists but which are no ValidateSet. */
    private static final List<String> NOT_SETS = List.of("CostStates", "AuthenticationTargetValue");

    private final List<String[]> table = table();

    private static List<String[]> table() {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ParityTest.class.getResourceAsStream("microsoft-parameters.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line.split("\t"));
                }
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return rows;
    }

    @Test
    void everyParameterIsMicrosofts() {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (String[] row : table) {
            String values = NOT_SETS.contains(row[2]) ? "-" : row[8];
            expected.add(String.join(" | ", row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], values));
            actual.add(describe(row[0], row[1]));
        }
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    private static String describe(String cmdlet, String parameter) {
        CmdletInfo info = Objects.requireNonNull(BitsCmdlets.registry().find(cmdlet), cmdlet);
        ParameterInfo found = info.parameter(parameter);
        if (found == null) {
            found = CommonParameters.of(info).stream()
                    .filter(each -> each.name().equals(parameter))
                    .findFirst()
                    .orElseThrow();
        }
        String set = found.sets().keySet().iterator().next();
        ParameterInfo.Place place = Objects.requireNonNull(found.place(set));
        String position = place.position() == Parameter.NAMED ? "named" : String.valueOf(place.position());
        String pipeline = place.pipeline() ? "ByValue" : place.pipelineByName() ? "ByPropertyName" : "no";
        // Certificate stores are a set in the text of the help, not in its table.
        boolean hasValues = !found.values().isEmpty() && !found.name().equals("CertStoreName");
        return String.join(
                " | ",
                cmdlet,
                found.name(),
                found.typeName(),
                place.mandatory() ? "yes" : "no",
                position,
                found.aliases().isEmpty() ? "-" : String.join(",", found.aliases()),
                pipeline,
                set.equals(ParameterInfo.ALL_SETS) ? "*" : set,
                hasValues ? String.join(", ", found.values()) : "-");
    }

    @Test
    void onlyOurOwnAdditionsAreMore() {
        for (CmdletInfo info : BitsCmdlets.registry().all()) {
            TreeSet<String> ours =
                    info.parameters().stream().map(ParameterInfo::name).collect(Collectors.toCollection(TreeSet::new));
            table.stream().filter(row -> row[0].equals(info.name())).forEach(row -> ours.remove(row[1]));
            boolean isMicrosofts = table.stream().anyMatch(row -> row[0].equals(info.name()));
            Set<String> known = switch (info.name()) {
                case "Start-BitsTransfer" ->
                    Set.of("AutoComplete", "UploadProtocol", "Checksum", "ChecksumUri", "Mirror");
                case "Add-BitsFile" -> Set.of("Checksum", "ChecksumUri", "Mirror");
                case "Set-BitsTransfer" ->
                    Set.of(
                            "AutoComplete",
                            "HelperTokenFlags",
                            "HighPerformance",
                            "MaxDownloadSize",
                            "MinimumNotificationInterval",
                            "OnDemandMode",
                            "PeerCachingFlags",
                            "ReplyFileName",
                            "UploadProtocol");
                default -> Set.of();
            };
            assertThat(ours).as(info.name()).isEqualTo(isMicrosofts ? known : ours);
            assertThat(info.parameters().stream()
                            .filter(ParameterInfo::own)
                            .map(ParameterInfo::name)
                            .collect(Collectors.toSet()))
                    .isEqualTo(known);
        }
    }

    @Test
    void whatMeansOneOfMicrosoftsStillDoes() {
        int shared = 0;
        for (CmdletInfo info : BitsCmdlets.registry().all()) {
            List<ParameterInfo> all = new ArrayList<>(info.parameters());
            all.addAll(CommonParameters.of(info));
            for (ParameterInfo own : all.stream().filter(ParameterInfo::own).toList()) {
                for (int length = 1; length < own.name().length(); length++) {
                    String beginning = own.name().substring(0, length);
                    List<ParameterInfo> theirs = all.stream()
                            .filter(each -> !each.own() && each.startsWith(beginning))
                            .toList();
                    if (theirs.size() == 1) {
                        shared++;
                        assertThat(ParameterInfo.meant(all, beginning))
                                .as(info.name() + " -" + beginning)
                                .isEqualTo(theirs);
                    }
                }
            }
        }
        assertThat(shared).isPositive();
    }

    @Test
    void errorIdsEndWithMicrosoftsClasses() {
        String space = "Microsoft.BackgroundIntelligentTransfer.Management.";
        List<List<String>> classes = List.of(
                List.of("Add-BitsFile", "AddBitsFileCommand"),
                List.of("Complete-BitsTransfer", "CompleteBitsTransferCommand"),
                List.of("Get-BitsTransfer", "GetBitsTransferCommand"),
                List.of("Remove-BitsTransfer", "ClearBitsTransferCommand"),
                List.of("Resume-BitsTransfer", "ResumeBitsTransferCommand"),
                List.of("Set-BitsTransfer", "SetBitsTransferCommand"),
                List.of("Start-BitsTransfer", "NewBitsTransferCommand"),
                List.of("Suspend-BitsTransfer", "SuspendBitsTransferCommand"));
        for (List<String> pair : classes) {
            assertThat(Objects.requireNonNull(BitsCmdlets.registry().find(pair.get(0)))
                            .errorClass())
                    .isEqualTo(space + pair.get(1));
        }
    }

    @Test
    void allButGetAndWaitTakeWhatIfAndConfirm() {
        assertThat(BitsCmdlets.registry().all().stream().filter(info -> !info.shouldProcess()))
                .extracting(CmdletInfo::name)
                .isSubsetOf(Arrays.asList(
                        "Get-BitsTransfer",
                        "Wait-BitsTransfer",
                        "Get-BitsTransferReason",
                        "Get-BitsTransferHistory",
                        "Get-BitsServer",
                        "Watch-BitsTransfer"));
    }
}
