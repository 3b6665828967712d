package org.aludel.orm.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.aludel.dialect.postgresql.PostgresDialect;
import org.aludel.orm.bookshop.Author;
import org.aludel.orm.bookshop.BookshopBase;
import org.aludel.orm.mapping.Registry;
import org.junit.jupiter.api.Test;

final class KeyedStatesTest {
  private static final EntityModel<Author> MODEL =
      new EntityModels(Registry.of(BookshopBase.class), new PostgresDialect()).of(Author.class);

  private final KeyedStates<Author> states = new KeyedStates<>();

  @Test
  void anObjectUnderTheSameKeyTakesThePlaceOfTheOther() {
    InstanceState<Author> second = state();
    InstanceState<Author> named = state();
    states.put(7L, state());
    states.put(7L, second);
    states.put("text", state());
    states.put("text", named);

    assertThat(states.get(7)).isSameAs(second);
    assertThat(states.get("text")).isSameAs(named);
    assertThat(states.all()).containsExactly(second, named);
  }

  @Test
  void walksInTheOrderOfArrivalWhateverCameAndLeft() {
    Map<Object, InstanceState<Author>> expected = new LinkedHashMap<>();
    Random random = new Random(11);
    for (int step = 0; step < 20_000; step++) {
      Object key = random.nextInt(4) == 0 ? "k" + random.nextInt(200) : random.nextLong(400);
      expected.remove(key);
      if (random.nextInt(3) == 0) {
        states.remove(key);
      } else {
        InstanceState<Author> made = state();
        states.put(key, made);
        expected.put(key, made);
      }
    }

    assertThat(states.all()).containsExactlyElementsOf(expected.values());
    assertThat(states.size()).isEqualTo(expected.size());
    assertThat(expected).allSatisfy((key, state) -> assertThat(states.get(key)).isSameAs(state));
    assertThat(states.any(one -> one == last(expected))).isTrue();
    assertThat(states.any(one -> false)).isFalse();
  }

  private static InstanceState<Author> last(Map<Object, InstanceState<Author>> all) {
    return all.values().stream().reduce((first, second) -> second).orElseThrow();
  }

  private static InstanceState<Author> state() {
    return new InstanceState<>(MODEL, new Author("Ada"), Lifecycle.PERSISTENT);
  }
}
