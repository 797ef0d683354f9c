package dev.plinth.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** A store needs the plain client; the Enhanced client is loaded by those who read and write with it. */
class EnhancedClientTest {

    private static final JavaClasses DYNAMO = new ClassFileImporter().importPackages("dev.plinth.dynamo");

    @Test
    void onlyTheTableSchemasKnowTheEnhancedClient() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DynamoSchemas")
                .and()
                .resideOutsideOfPackage("dev.plinth.dynamo.internal.enhanced..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.enhanced..")
                .check(DYNAMO);
    }

    @Test
    void nothingElseUsesTheTableSchemas() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DynamoSchemas")
                .and()
                .resideOutsideOfPackage("dev.plinth.dynamo.internal.enhanced..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("DynamoSchemas")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("dev.plinth.dynamo.internal.enhanced..")
                .check(DYNAMO);
    }
}
