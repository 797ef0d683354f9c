package dev.plinth.model;

import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.ColumnType.Named;
import org.junit.jupiter.api.Test;

/** A type that is written as SQL text is the one that the catalog names. */
class TypeIdentityTest {

    private static final Named PAIR = new Named(new QualifiedName("app", "A \"pair\""));

    @Test
    void aTextWithANamespaceIsAName() {
        assertThat(nativeType("app.\"A \"\"pair\"\"\"").identity()).isEqualTo(PAIR);
        assertThat(nativeType("app.\"A \"\"pair\"\"\"[]").identity()).isEqualTo(new ColumnType.Array(PAIR));
        assertThat(arrayOf(nativeType("public.t")).identity())
                .isEqualTo(new ColumnType.Array(new Named(QualifiedName.of("t"))));
    }

    @Test
    void anyOtherStaysWhatItIs() {
        assertThat(nativeType("trigger").identity()).isEqualTo(nativeType("trigger"));
        assertThat(nativeType("pg_catalog.int4").identity()).isEqualTo(nativeType("pg_catalog.int4"));
        assertThat(integer().identity()).isEqualTo(integer());
    }
}
