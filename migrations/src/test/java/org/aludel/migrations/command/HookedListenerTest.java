package org.aludel.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.aludel.migrations.runtime.ProgressListener;
import org.junit.jupiter.api.Test;

class HookedListenerTest {
  /** A method that is not handed on would be told to nobody, without a word. */
  @Test
  void everythingThatARunTellsIsHandedOn() {
    List<String> handedOn =
        Arrays.stream(HookedListener.class.getDeclaredMethods()).map(Method::getName).toList();

    assertThat(Arrays.stream(ProgressListener.class.getDeclaredMethods()).map(Method::getName))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(handedOn).contains(each));
  }
}
