package shop.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The code that the tutorial shows is the code that {@link CoreTutorialTest} runs. */
final class TutorialPageTest {
  private static final Path SOURCE =
      TutorialPages.root()
          .resolve("example-project/src/test/java/shop/tutorial/CoreTutorialTest.java");

  @Test
  void showsWhatRuns() {
    assertThat(TutorialPages.java())
        .isNotEmpty()
        .containsExactlyEntriesOf(TutorialPages.regions(SOURCE));
  }

  @Test
  void showsWhatEachBlockPrints() {
    assertThat(new TreeSet<>(TutorialPages.printed())).isSubsetOf(TutorialPages.java().keySet());
  }
}
