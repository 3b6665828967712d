package org.aludel.orm.proxy;

import static org.aludel.orm.proxy.ArticleT.ARTICLE;
import static org.aludel.orm.proxy.CartT.CART;
import static org.aludel.orm.proxy.LabelT.LABEL;
import static org.aludel.orm.proxy.LineT.LINE;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.aludel.engine.Engine;
import org.aludel.orm.collection.AssociationProxy;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.StatementRecorder;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values seen through objects, and many-to-many with columns of its own. */
@PostgresTest
final class AssociationProxyTest {
  private static final Registry REGISTRY = Registry.of(CartBase.class);

  private final StatementRecorder recorder = new StatementRecorder();
  private final TestDatabase database;
  private final Engine engine;
  private final SessionFactory sessions;

  AssociationProxyTest(TestDatabase database) {
    this.database = database;
    this.engine = Engine.create(recorder.wrap(database.dataSource()));
    this.sessions = SessionFactory.of(engine, REGISTRY);
  }

  @BeforeEach
  void fill() {
    engine.createAll(REGISTRY.metaData());
    Article tea = new Article("tea");
    tea.labels().addAll(List.of("hot", "green"));
    Cart cart = new Cart();
    cart.articles().addAll(List.of(tea, new Article("milk")));
    sessions.inTransaction(session -> session.add(cart));
    recorder.clear();
  }

  @AfterEach
  void drop() {
    engine.dropAll(REGISTRY.metaData());
    engine.close();
  }

  private void inCart(Consumer<Cart> block) {
    sessions.inTransaction(session -> block.accept(session.getOne(Cart.class, 1L)));
  }

  private void inTea(Consumer<Article> block) {
    sessions.inTransaction(
        session ->
            block.accept(session.scalars(select(ARTICLE).where(ARTICLE.name.eq("tea"))).one()));
  }

  private List<List<String>> lines() {
    return database.query(
        "SELECT name, quantity FROM line JOIN article ON article.id = article_id ORDER BY line.id");
  }

  private List<List<String>> labels() {
    return database.query("SELECT text FROM label ORDER BY text");
  }

  @Test
  void whatIsAddedToAViewBecomesRows() {
    assertThat(labels()).containsExactly(List.of("green"), List.of("hot"));
    assertThat(lines()).containsExactly(List.of("tea", "1"), List.of("milk", "1"));
  }

  @Test
  void aViewShowsTheValuesOfTheObjectsThatAreLoaded() {
    inTea(tea -> assertThat(tea.labels()).containsExactlyInAnyOrder("green", "hot"));
    inCart(
        cart ->
            assertThat(cart.articles())
                .extracting(Article::getName)
                .containsExactly("tea", "milk"));
  }

  @Test
  void makingAViewLoadsNothing() {
    inTea(Article::labels);

    assertThat(recorder.sql()).hasSize(1).noneMatch(sql -> sql.contains("label"));
  }

  @Test
  void aValueThatIsThereIsNotAddedAgain() {
    inTea(tea -> assertThat(tea.labels().add("hot")).isFalse());

    assertThat(labels()).hasSize(2);
  }

  @Test
  void oneChangeOfAViewWritesOneRow() {
    inTea(tea -> tea.labels().remove("hot"));

    assertThat(labels()).containsExactly(List.of("green"));
    assertThat(recorder.sql().subList(2, recorder.sql().size()))
        .singleElement()
        .asString()
        .startsWith("DELETE FROM label");
  }

  @Test
  void whatRetainAllKeepsIsNotWrittenAgain() {
    inTea(
        tea -> {
          tea.labels().retainAll(List.of("hot"));
          tea.labels().add("black");
        });

    assertThat(database.query("SELECT id, text FROM label ORDER BY text"))
        .extracting(row -> row.get(1))
        .containsExactly("black", "hot");
    assertThat(recorder.sql()).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(1);
  }

  @Test
  void aClearedViewRemovesTheRows() {
    inTea(tea -> tea.labels().clear());

    assertThat(labels()).isEmpty();
  }

  @Test
  void aPlaceOfAListIsReplacedByANewObject() {
    inCart(cart -> cart.articles().set(0, new Article("coffee")));

    assertThat(lines()).containsExactly(List.of("milk", "1"), List.of("coffee", "1"));
  }

  @Test
  void aListIsClearedThroughItsView() {
    inCart(cart -> cart.articles().clear());

    assertThat(lines()).isEmpty();
  }

  @Test
  void aViewStaysGoodWhenTheSessionPutsItsOwnCollectionThere() {
    Cart cart = new Cart();
    List<Article> articles = cart.articles();
    try (Session session = sessions.open()) {
      session.add(cart);
      session.flush();
      articles.add(new Article("salt"));
      session.commit();
    }

    assertThat(lines()).contains(List.of("salt", "1"));
  }

  @Test
  void theRowBetweenHasColumnsOfItsOwn() {
    inCart(cart -> cart.getLines().get(1).setQuantity(3));

    assertThat(lines()).containsExactly(List.of("tea", "1"), List.of("milk", "3"));
  }

  @Test
  void statementsAskThroughTheObjects() {
    try (Session session = sessions.open()) {
      assertThat(
              session
                  .scalars(select(ARTICLE.name).where(ARTICLE.labels.any(LABEL.text.eq("hot"))))
                  .all())
          .containsExactly("tea");
      assertThat(
              session
                  .scalars(
                      select(CART.id)
                          .where(CART.lines.any(LINE.article.has(ARTICLE.name.eq("milk")))))
                  .all())
          .containsExactly(1L);
    }
  }

  @Test
  void aMapIsSeenByItsOwnKeys() {
    Map<String, Label> labels = new TreeMap<>(Map.of("a", new Label("one")));
    Map<String, String> view =
        AssociationProxy.map(() -> labels, Label::getText, (key, text) -> new Label(text));

    view.put("b", "two");
    view.replaceAll((key, text) -> text + "!");
    view.remove("a");

    assertThat(view)
        .containsExactly(Map.entry("b", "two!"))
        .containsKey("b")
        .doesNotContainKey("a");
    assertThat(view.get("b")).isEqualTo("two!");
    assertThat(labels.get("b").getText()).isEqualTo("two!");
  }
}
