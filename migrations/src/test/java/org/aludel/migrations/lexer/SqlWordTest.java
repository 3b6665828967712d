package org.aludel.migrations.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a text; what the server reads in the same text is the judge of literals. */
@PostgresTest
class SqlWordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "SELECT a.B, \"C\"\"d\" ^ NAME select NAME a SIGN . NAME b SIGN , QUOTED C\"d",
        "`a -- b 'c\n+ 1.5e3` ^ NAME a SIGN + NUMBER 1 SIGN . NUMBER 5e3",
        "/* a /* b */ c */ d ^ NAME d",
        "$1 + $$it's$$ || $x$ $$ $x$ ^ SIGN $ NUMBER 1 SIGN + TEXT it's SIGN | SIGN | TEXT  $$ ",
        "a$b$c ^ NAME a$b$c",
        "E'\\'; b' ^ TEXT '; b",
        "e 'a\\' ^ NAME e TEXT a\\",
        "U&\"d\\0061t\\+000061\" ^ QUOTED data",
        "u&'d!0061t' UESCAPE '!' ^ TEXT dat NAME uescape TEXT !",
        "U & 'a' ^ NAME u SIGN & TEXT a",
        "like'a' ^ NAME like TEXT a",
        "'never closed ^ TEXT never closed",
        "\"never closed ^ QUOTED never closed",
        "$$never closed ^ TEXT never closed"
      })
  void takesSqlApart(String sql, String words) {
    String found =
        SqlWord.of(sql).stream()
            .map(each -> each.kind() + " " + each.text())
            .collect(Collectors.joining(" "));

    assertThat(found.strip()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'it''s'",
        "'a'\n  'b''c'",
        "E'\\x41\\101\\u0041\\U00000041\\n\\\\\\'\\q'",
        "E'a\\\\'\n'b'",
        "U&'d\\0061t\\+000061\\\\'",
        "U&'d!0061!!' UESCAPE '!'",
        "N'a\\b'",
        "$$a'b$$",
        "$a1$ $$ $a $a1$",
        "''",
        "E'$1\\t'"
      })
  void readsALiteralAsTheServerDoes(String literal, TestDatabase database) {
    assertThat(database.query("SELECT " + literal))
        .isEqualTo(List.of(List.of(SqlWord.of(literal).get(0).text())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 'b' \"c\"", "U&\"x\" E'\\''", "$$a$$ 12", "'a", "\"", "$$"})
  void knowsWhereEachWordStands(String sql) {
    String joined =
        SqlWord.of(sql).stream()
            .map(each -> sql.substring(each.start(), each.end()))
            .collect(Collectors.joining(" "));

    assertThat(joined).isEqualTo(sql);
  }
}
