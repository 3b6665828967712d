package bookshop;

import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.session.Session;

/** Code under test: it walks from authors to their books. */
public final class Catalogue {
  private final Session session;

  public Catalogue(Session session) {
    this.session = session;
  }

  /** All titles, author by author. */
  public List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Author author : session.scalars(select(AuthorT.AUTHOR).orderBy(AuthorT.AUTHOR.id)).all()) {
      author.getBooks().forEach(book -> titles.add(book.getTitle()));
    }
    return titles;
  }
}
