package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.ParameterInfo;

/** What every general cmdlet tells of itself. */
class MetadataTest {

    private final CmdletRegistry registry = new CmdletRegistry();

    MetadataTest() {
        CoreCmdlets.register(registry);
    }

    @Test
    void everyCmdletHasASynopsisAnExampleAndAFactory() {
        for (CmdletInfo info : registry.all()) {
            assertThat(info.synopsis()).as(info.name()).endsWith(".");
            assertThat(info.examples()).as(info.name()).isNotEmpty();
            assertThat(info.factory().get()).as(info.name()).isNotNull();
        }
    }

    @Test
    void everyParameterHasAHelpText() {
        for (CmdletInfo info : registry.all()) {
            for (ParameterInfo parameter : info.parameters()) {
                assertThat(parameter.help())
                        .as(info.name() + " -" + parameter.name())
                        .endsWith(".");
            }
        }
    }

    @Test
    void noAliasStandsForTwoCommands() {
        Map<String, String> owners = new HashMap<>();
        for (CmdletInfo info : registry.all()) {
            for (String alias : info.aliases()) {
                assertThat(owners.put(alias, info.name())).as(alias).isNull();
            }
        }
    }

    @Test
    void theListNamesCommandsAndAliasesAsTheClassesDo() {
        for (CmdletInfo info : registry.all()) {
            assertThat(registry.find(info.name())).isSameAs(info);
            assertThat(registry.aliases().entrySet().stream()
                            .filter(alias -> alias.getValue().equals(info.name()))
                            .map(Map.Entry::getKey))
                    .as(info.name())
                    .containsExactlyInAnyOrderElementsOf(info.aliases());
        }
    }
}
