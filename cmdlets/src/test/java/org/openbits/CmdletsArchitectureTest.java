package org.openbits;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The rules of dependence of the architecture page, section 3, for this module. */
@AnalyzeClasses(
        packages = {"org.openbits.automation", "org.openbits.cmdlets"},
        importOptions = DoNotIncludeTests.class)
class CmdletsArchitectureTest {

    @ArchTest
    static final ArchRule automation = imports("org.openbits.automation");

    @ArchTest
    static final ArchRule cmdlets =
            imports("org.openbits.cmdlets", "org.openbits.automation", "org.openbits", "org.openbits.server");

    @ArchTest
    static final ArchRule core = imports(
            "org.openbits.cmdlets.core..",
            "org.openbits.automation",
            "tools.jackson..",
            "de.siegmar.fastcsv..",
            // The platform's TLS, which mail is sent through.
            "javax.net.ssl..");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nobodyExits = noClasses().should().callMethod(System.class, "exit", int.class);

    private static ArchRule imports(String from, String... allowed) {
        List<String> all = new ArrayList<>(List.of(from, "java..", "javax.crypto..", "org.jspecify.."));
        // The platform's own XML.
        all.addAll(List.of("javax.xml..", "org.w3c.dom..", "org.xml.sax.."));
        all.addAll(List.of(allowed));
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all.toArray(String[]::new)));
    }
}
