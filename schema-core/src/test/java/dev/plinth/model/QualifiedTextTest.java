package dev.plinth.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualifiedTextTest {

    private static final String TEXT = """
            SELECT o.id, "Sales"."Or""ders".total, 'public.a ''' -- public.b
            FROM PUBLIC . Orders o, /* public.c */ $x$ public.d $x$, E'\\'public.e', public.f$1(a.b.c)""";

    @Test
    void namesAreThoseOutsideOfStringsAndComments() {
        assertThat(QualifiedText.of(TEXT).names()).containsExactly(
                new QualifiedName("o", "id"),
                new QualifiedName("Sales", "Or\"ders"),
                new QualifiedName("public", "orders"),
                new QualifiedName("public", "f$1"),
                new QualifiedName("a", "b"));
    }

    @Test
    void theTextStaysButForTheNamesThatMove() {
        assertThat(QualifiedText.of(TEXT).moved(name -> false, "x")).isEqualTo(TEXT);
        assertThat(QualifiedText.of(TEXT).moved(name -> name.isInDefaultNamespace(), "public")).isEqualTo(TEXT);
        assertThat(QualifiedText.of(TEXT).moved(name -> name.isInDefaultNamespace(), "x\"y"))
                .isEqualTo(TEXT.replace("PUBLIC . Orders", "\"x\"\"y\".\"orders\"")
                        .replace("public.f$1", "\"x\"\"y\".\"f$1\""));
    }

    @Test
    void commentsCanBeLeftOut() {
        assertThat(QualifiedText.ofCode("SELECT 1 --x\n+ '--y' /* z */ FROM a.b").moved(name -> false, ""))
                .isEqualTo("SELECT 1  \n+ '--y'   FROM a.b");
    }

    @Test
    void aLongStringIsRead() {
        String text = "SELECT '" + "it''s ".repeat(100_000) + "' FROM a.b";
        assertThat(QualifiedText.of(text).names()).containsExactly(new QualifiedName("a", "b"));
    }
}
