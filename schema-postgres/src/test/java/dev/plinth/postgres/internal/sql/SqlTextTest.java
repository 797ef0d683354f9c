package dev.plinth.postgres.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @Test
    void names_are_always_quoted() {
        assertThat(SqlText.identifier("users")).isEqualTo("\"users\"");
        assertThat(SqlText.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(SqlText.qualified(new QualifiedName("My App", "users"))).isEqualTo("\"My App\".\"users\"");
        assertThat(SqlText.identifiers(List.of("a", "B"))).isEqualTo("\"a\", \"B\"");
    }

    @Test
    void words_are_quoted_where_they_would_be_read_as_something_else() {
        assertThat(SqlText.word("plpgsql")).isEqualTo("plpgsql");
        assertThat(SqlText.word("PlPgSQL")).isEqualTo("\"PlPgSQL\"");
        assertThat(SqlText.word("a b")).isEqualTo("\"a b\"");
    }

    @Test
    void literals_double_quotes_and_leave_backslashes() {
        assertThat(SqlText.literal("it's a \\ and a \"b\"\n?")).isEqualTo("'it''s a \\ and a \"b\"\n?'");
    }

    @Test
    void values_are_spelled_as_postgresql_prints_them() {
        assertThat(SqlText.expression(new Expression.NumberLiteral(new BigDecimal("1.50E+3")))).isEqualTo("1500");
        assertThat(SqlText.expression(new Expression.NumberLiteral(new BigDecimal("0.10")))).isEqualTo("0.10");
        assertThat(SqlText.expression(new Expression.BooleanLiteral(true))).isEqualTo("true");
        assertThat(SqlText.expression(new Expression.Sql("A  ?\tb"))).isEqualTo("A  ?\tb");
        assertThat(SqlText.expression(new Expression.OneOf("Class",
                List.of(new Expression.StringLiteral("it's"), new Expression.NumberLiteral(BigDecimal.ONE)))))
                .isEqualTo("\"Class\" IN ('it''s', 1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "now()                        | now()",
            "f(a, 'b c')                  | f(a, 'b c')",
            "'it''s a'::text              | 'it''s a'::text",
            "a[1 + 2]                     | a[1 + 2]",
            "now() AT TIME ZONE 'utc'     | (now() AT TIME ZONE 'utc')",
            "(a) AND (b)                  | ((a) AND (b))"})
    void a_default_gets_parentheses_where_words_stand_side_by_side(String text, String expected) {
        assertThat(SqlText.defaultValue(new Expression.Sql(text))).isEqualTo(expected);
    }

    @Test
    void a_string_with_blanks_is_one_value() {
        assertThat(SqlText.defaultValue(new Expression.StringLiteral("a b -- c"))).isEqualTo("'a b -- c'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "plain        | $t$plain$t$",
            "a $t$ b      | $t2$a $t$ b$t2$",
            "$t$ $t2$     | $t3$$t$ $t2$$t3$",
            "ends in $t   | $t2$ends in $t$t2$"})
    void a_dollar_quote_ends_where_its_text_ends(String text, String expected) {
        assertThat(DollarQuote.quote(text, "t")).isEqualTo(expected);
    }
}
