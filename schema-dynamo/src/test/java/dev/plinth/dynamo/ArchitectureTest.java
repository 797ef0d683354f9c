package dev.plinth.dynamo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plinth.dynamo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_the_table_schemas_know_the_enhanced_client = noClasses()
            .that()
            .doNotHaveSimpleName("DynamoSchemas")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.enhanced..");

    @ArchTest
    static final ArchRule nobody_loads_the_table_schemas_unasked = noClasses()
            .that()
            .doNotHaveSimpleName("DynamoSchemas")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("DynamoSchemas");

    @ArchTest
    static final ArchRule rendering_needs_no_live_store = noClasses()
            .that()
            .resideInAPackage("..internal.render")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..internal.inspect", "..internal.apply");

    @ArchTest
    static final ArchRule inspection_applies_nothing = noClasses()
            .that()
            .resideInAPackage("..internal.inspect")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..internal.apply");
}
