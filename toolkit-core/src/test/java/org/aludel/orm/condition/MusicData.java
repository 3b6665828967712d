package org.aludel.orm.condition;

import java.util.List;
import org.aludel.orm.session.SessionFactory;

/**
 * Two composers of one town and one of another, four works, two eras, three venues, three awards.
 */
final class MusicData {
  private MusicData() {}

  static void insert(SessionFactory sessions) {
    sessions.inTransaction(
        session -> {
          Hall large = new Hall("Vienna", 900);
          Hall small = new Hall("Vienna", 300);
          Composer haydn = new Composer("Haydn", "Vienna");
          Composer beethoven = new Composer("Beethoven", "Vienna");
          Composer bach = new Composer("Bach", "Leipzig");
          session.addAll(List.of(large, small, new Venue("Leipzig"), haydn, beethoven, bach));
          session.addAll(
              List.of(new Award(1700), new Medal(1820, "gold"), new Medal(1850, "gold")));
          session.addAll(List.of(new Era("Baroque", 1600, 1750), new Era("Romantic", 1801, 1900)));
          session.addAll(
              List.of(
                  new Work(haydn, "Creation", 1798, large),
                  new Work(haydn, "Seasons", 1801, small),
                  new Work(beethoven, "Fidelio", 1805, large),
                  new Work(bach, "Passion", 1727, null)));
        });
  }
}
