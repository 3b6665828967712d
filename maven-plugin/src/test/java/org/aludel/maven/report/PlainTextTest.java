package org.aludel.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void tagsGoAndEntitiesBecomeCharacters() {
    assertThat(PlainText.of("a <code>x &lt; y</code> &amp;&quot;z&quot;"))
        .isEqualTo("a x < y &\"z\"");
  }

  @Test
  void paragraphsStandOnLinesOfTheirOwn() {
    assertThat(PlainText.of("one\n <p>two <pre>three</pre>")).isEqualTo("one\ntwo\nthree");
  }

  @Test
  void anEscapedEntityStaysAsWritten() {
    assertThat(PlainText.of("&amp;lt;")).isEqualTo("&lt;");
  }
}
