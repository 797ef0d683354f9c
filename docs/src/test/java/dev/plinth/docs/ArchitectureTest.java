package dev.plinth.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shape of the library, checked on the classes of all its modules. */
class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importPackages("dev.plinth")
            .that(describe("of the library",
                    type -> !isIn(type, "dev.plinth.docs") && !isIn(type, "dev.plinth.examples")));

    private final Arrows arrows = new Arrows();

    @Test
    void packagesUseOnlyWhatTheArrowsAllow() {
        List<String> violations = LIBRARY.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isAllowed(dependency))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void theArrowsHaveNoCycle() {
        for (Arrows.Part part : arrows.parts()) {
            assertThat(arrows.reachableFrom(part)).as("what %s uses", part.name()).doesNotContain(part.name());
        }
    }

    @Test
    void aPackageWithoutArrowsIsRefused() {
        assertThat(arrows.partOf("dev.plinth.model.sql").map(Arrows.Part::name)).contains("dev.plinth.model");
        assertThat(arrows.partOf("dev.plinth.something")).isEmpty();
    }

    @Test
    void whatDecidesDoesNoInputOrOutputAndReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.plinth.model..",
                        "dev.plinth.naming..",
                        "dev.plinth.rule..",
                        "dev.plinth.dsl..",
                        "dev.plinth.diff..",
                        "dev.plinth.plan..",
                        "dev.plinth.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(LIBRARY);
    }

    /** It is an optional dependency: who does not have it must not load a class that names it. */
    @Test
    void onlyAutoScalingKnowsItsModuleOfTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.plinth.dynamo.internal.scaling")
                .and()
                .doNotHaveSimpleName("ApplicationAutoScaling")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.services.applicationautoscaling..")
                .check(LIBRARY);
    }

    /** A look is compared once; everything else asks what came of it. */
    @Test
    void aLiveTableIsComparedInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage("dev.plinth.dynamo..")
                .and()
                .doNotHaveSimpleName("Present")
                .should()
                .callMethodWhere(describe(
                        "compares a table",
                        call -> call.getTarget().getOwner().getName().equals("dev.plinth.diff.DynamoDiff")
                                && call.getTarget().getName().equals("compare")))
                .check(LIBRARY);
    }

    @Test
    void nothingIsFoundByReflectionButAConstantThatACommandLineNames() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.plinth.job.SchemaConstant")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(LIBRARY);
    }

    @Test
    void nothingIsKeptInStaticFieldsThatChange() {
        fields().that().areStatic().should().beFinal().check(LIBRARY);
    }

    @Test
    void publicTypesDoNotShowInternalOnes() {
        List<String> showing = LIBRARY.stream()
                .filter(ArchitectureTest::isApi)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getAllInvolvedRawTypes().stream().anyMatch(ArchitectureTest::isInternal))
                .map(HasName.AndFullName::getFullName)
                .toList();
        assertThat(showing).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Helper)").check(LIBRARY);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = LIBRARY.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(one -> !one.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(HasName::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    private boolean isAllowed(Dependency dependency) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        Arrows.Part part = arrows.partOf(from).orElseThrow(() -> new AssertionError(from + " is missing in Arrows"));
        return isEverywhere(to)
                || part.mayUseLibrary(to)
                || arrows.partOf(to).map(other -> other.equals(part) || part.packages().contains(other.name()))
                        .orElse(false);
    }

    private static boolean isEverywhere(String packageName) {
        return packageName.isEmpty()
                || packageName.startsWith("java.") && !packageName.startsWith("java.sql")
                || packageName.startsWith("org.jspecify.");
    }

    private static boolean isApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && !isInternal(type);
    }

    private static boolean isInternal(JavaClass type) {
        return type.getPackageName().contains(".internal");
    }

    private static boolean isIn(JavaClass type, String packageName) {
        return type.getPackageName().startsWith(packageName);
    }
}
