package org.openbits.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The rules of dependence of the architecture page, section 3, inside the shell. */
@AnalyzeClasses(packages = "org.openbits.shell", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String LANGUAGE = "org.openbits.shell.language";
    private static final String PIPELINE = "org.openbits.shell.pipeline";
    private static final String HOST = "org.openbits.shell.host";
    private static final String GROOVY = "org.openbits.shell.groovy";
    private static final String CONSOLE = "org.openbits.shell.console";
    private static final String AUTOMATION = "org.openbits.automation";

    @ArchTest
    static final ArchRule language = imports(LANGUAGE);

    @ArchTest
    static final ArchRule pipeline = imports(PIPELINE, AUTOMATION, LANGUAGE);

    @ArchTest
    static final ArchRule host = imports(HOST, AUTOMATION);

    @ArchTest
    static final ArchRule groovy =
            imports(GROOVY, AUTOMATION, LANGUAGE, PIPELINE, "org.openbits", "groovy..", "org.codehaus.groovy..");

    @ArchTest
    static final ArchRule console = imports(CONSOLE, AUTOMATION, LANGUAGE, PIPELINE, GROOVY, HOST, "org.jline..");

    @ArchTest
    static final ArchRule onlyTheConsoleKnowsTheTerminalLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(CONSOLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule onlyGroovyKnowsGroovy = noClasses()
            .that()
            .resideOutsideOfPackage(GROOVY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.openbits.shell.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule onlyMainsExit =
            noClasses().that().haveSimpleNameNotEndingWith("Main").should().callMethod(System.class, "exit", int.class);

    private static ArchRule imports(String from, String... allowed) {
        List<String> all =
                new ArrayList<>(List.of(from, "java..", "javax.crypto..", "javax.net.ssl..", "org.jspecify.."));
        // The platform's own XML.
        all.addAll(List.of("javax.xml..", "org.w3c.dom..", "org.xml.sax.."));
        all.addAll(List.of(allowed));
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all.toArray(String[]::new)))
                .allowEmptyShould(true);
    }
}
