package shop.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The code that the tutorial shows is the code that {@link CoreTutorialTest} and {@link
 * OrmTutorialTest} run, and the classes that these map.
 */
final class TutorialPageTest {
  private static final Path SOURCES = TutorialPages.root().resolve("example-project/src");

  @Test
  void showsWhatRuns() {
    assertThat(TutorialPages.java())
        .isNotEmpty()
        .containsExactlyEntriesOf(TutorialPages.regions(SOURCES));
  }

  @Test
  void showsWhatEachBlockPrints() {
    assertThat(new TreeSet<>(TutorialPages.printed())).isSubsetOf(TutorialPages.java().keySet());
  }
}
