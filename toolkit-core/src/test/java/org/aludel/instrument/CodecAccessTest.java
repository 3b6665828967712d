package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading by codecs changes how rows are read and nothing else. */
final class CodecAccessTest {
  @Test
  void everyMethodThatGeneratedCodeHasIsPassedOn() {
    List<String> open =
        Arrays.stream(EntityAccess.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> !Modifier.isFinal(method.getModifiers()))
            .filter(method -> !method.isSynthetic())
            .filter(method -> !isDeclared(method))
            .map(Method::toString)
            .toList();

    assertThat(open).isEmpty();
  }

  private static boolean isDeclared(Method method) {
    return Arrays.stream(CodecAccess.class.getDeclaredMethods())
        .filter(own -> own.getName().equals(method.getName()))
        .anyMatch(own -> Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }
}
