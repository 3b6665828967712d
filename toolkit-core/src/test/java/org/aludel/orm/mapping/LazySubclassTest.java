package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.instrument.EntityAccess;
import org.aludel.orm.mapping.shop.User;
import org.junit.jupiter.api.Test;

/** The generated subclass that loads before any method runs. */
final class LazySubclassTest {
  private static final EntityAccess<User> ACCESS = EntityAccess.of(User.class);
  private static final int NAME =
      ACCESS.attributes().stream().map(one -> one.name()).toList().indexOf("fullName");

  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void firstCallOfAnyMethodLoadsInPlace() {
    User lazy = ACCESS.lazy(this::load);
    assertThat(EntityAccess.isLoaded(lazy)).isFalse();

    String name = lazy.getFullName();

    assertThat(name).isEqualTo("loaded");
    assertThat(EntityAccess.isLoaded(lazy)).isTrue();
    assertThat(lazy).isInstanceOf(User.class);
  }

  @Test
  void methodOfASuperclassLoadsToo() {
    User lazy = ACCESS.lazy(this::load);

    lazy.getId();

    assertThat(loads).hasValue(1);
  }

  @Test
  void secondCallDoesNotLoadAgain() {
    User lazy = ACCESS.lazy(this::load);

    lazy.getFullName();
    lazy.getAddresses();

    assertThat(loads).hasValue(1);
  }

  @Test
  void slotsAreReadWithoutLoading() {
    User lazy = ACCESS.lazy(this::load);
    ACCESS.longId(lazy, 7);

    assertThat(ACCESS.get(lazy, 0)).isEqualTo(7L);
    assertThat(loads).hasValue(0);
  }

  @Test
  void failedLoadLeavesItUnloaded() {
    User lazy =
        ACCESS.lazy(
            instance -> {
              throw new IllegalStateException("gone");
            });

    assertThatThrownBy(lazy::getFullName).hasMessage("gone");

    assertThat(EntityAccess.isLoaded(lazy)).isFalse();
  }

  @Test
  void triggerMayCallMethodsOfTheInstance() {
    User lazy = ACCESS.lazy(instance -> ((User) instance).getFullName());

    assertThat(lazy.getFullName()).isNull();
  }

  @Test
  void instanceThatWasFilledElsewhereDoesNotLoad() {
    User lazy = ACCESS.lazy(this::load);
    ACCESS.set(lazy, NAME, "by batch");

    EntityAccess.markLoaded(lazy);

    assertThat(lazy.getFullName()).isEqualTo("by batch");
    assertThat(loads).hasValue(0);
  }

  @Test
  void unloadedAgainItLoadsAgain() {
    User lazy = ACCESS.lazy(this::load);
    lazy.getFullName();

    EntityAccess.markUnloaded(lazy, this::load);
    lazy.getFullName();

    assertThat(loads).hasValue(2);
  }

  private void load(Object instance) {
    loads.incrementAndGet();
    ACCESS.set((User) instance, NAME, "loaded");
  }
}
