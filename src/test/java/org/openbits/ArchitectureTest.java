package org.openbits;

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

/** The rules of dependence of the architecture page, section 3: who may import whom. */
@AnalyzeClasses(packages = "org.openbits", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String API = "org.openbits";
    private static final String SPI = "org.openbits.spi";
    private static final String INTERNAL = "org.openbits.internal.";

    @ArchTest
    static final ArchRule api = imports(API, SPI);

    @ArchTest
    static final ArchRule spi = imports(SPI, API);

    @ArchTest
    static final ArchRule file =
            imports(INTERNAL + "file", API, "com.sun.nio.file.."); // O_DIRECT, from jdk.unsupported

    @ArchTest
    static final ArchRule network = imports(INTERNAL + "network");

    @ArchTest
    static final ArchRule home = imports(INTERNAL + "home");

    @ArchTest
    static final ArchRule boot = imports(INTERNAL + "boot", API);

    @ArchTest
    static final ArchRule channel = imports(INTERNAL + "channel", API);

    @ArchTest
    static final ArchRule transfer =
            imports(INTERNAL + "transfer", API, SPI, INTERNAL + "file", INTERNAL + "network", "org.slf4j..");

    @ArchTest
    static final ArchRule queue = imports(
            INTERNAL + "queue",
            API,
            SPI,
            INTERNAL + "channel",
            INTERNAL + "transfer",
            INTERNAL + "file",
            INTERNAL + "network",
            "org.slf4j..");

    @ArchTest
    static final ArchRule store = imports(
            INTERNAL + "store",
            API,
            SPI,
            INTERNAL + "queue",
            INTERNAL + "transfer",
            "org.mapdb..",
            "tools.jackson..",
            "org.slf4j..",
            "kotlin..");

    @ArchTest
    static final ArchRule notifications = imports(INTERNAL + "notify", API, INTERNAL + "queue", "org.slf4j..");

    @ArchTest
    static final ArchRule http = imports(INTERNAL + "http", API, SPI, "org.apache.hc..", "org.slf4j..");

    @ArchTest
    static final ArchRule smb = imports(INTERNAL + "smb", API, SPI, "jcifs..", "org.ietf.jgss..");

    @ArchTest
    static final ArchRule local = imports(INTERNAL + "local", API, SPI);

    @ArchTest
    static final ArchRule admin = imports(INTERNAL + "admin", API, INTERNAL + "home");

    @ArchTest
    static final ArchRule wire = imports(INTERNAL + "wire", API, INTERNAL + "channel", "tools.jackson..");

    @ArchTest
    static final ArchRule client =
            imports(INTERNAL + "client", API, SPI, INTERNAL + "wire", INTERNAL + "channel", INTERNAL + "home");

    @ArchTest
    static final ArchRule server =
            imports("org.openbits.server", INTERNAL + "home", "org.eclipse.jetty..", "org.slf4j..");

    @ArchTest
    static final ArchRule onlyTheServerKnowsJetty = noClasses()
            .that()
            .resideOutsideOfPackage("org.openbits.server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.openbits.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule onlyMainsExit =
            noClasses().that().haveSimpleNameNotEndingWith("Main").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule wallClockOnlyInTheCompositionRoot = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + "service..")
            .and()
            .doNotHaveFullyQualifiedName("org.openbits.server.BitsServer") // the server's composition root
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC");

    private static ArchRule imports(String from, String... allowed) {
        List<String> all = new ArrayList<>(List.of(from, "java..", "jdk.net..", "javax..", "org.jspecify.."));
        all.addAll(List.of(allowed));
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all.toArray(String[]::new)))
                .allowEmptyShould(true);
    }
}
