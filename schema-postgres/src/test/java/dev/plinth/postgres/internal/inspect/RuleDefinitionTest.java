package dev.plinth.postgres.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDefinitionTest {

    @Test
    void aLongStringIsPartOfItsCommand() {
        String command = "INSERT INTO public.log (what)\n  VALUES ('" + "it''s; ".repeat(10_000) + "'::text)";

        RuleDefinition definition =
                RuleDefinition.of("CREATE RULE r AS\n    ON DELETE TO public.items DO INSTEAD  " + command + ";");

        assertThat(definition).isEqualTo(new RuleDefinition(null, List.of(command)));
    }
}
