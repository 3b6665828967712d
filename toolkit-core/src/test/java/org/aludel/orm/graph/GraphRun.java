package org.aludel.orm.graph;

import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aludel.orm.graph.GraphModel.Kind;
import org.aludel.orm.graph.GraphModel.Link;
import org.aludel.orm.graph.GraphModel.Node;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.session.NestedTransaction;
import org.aludel.sql.TextStatement;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One seeded walk of operations on a session and on the model, compared after every flush. */
final class GraphRun {
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Link> LINKS = List.of(Link.values());

  private static final String ROWS =
      """
      SELECT tag || ' ' || text || ' LABELS=' || coalesce((SELECT string_agg(v.labels, ','
        ORDER BY v.labels) FROM company_labels v WHERE v.company_id = c.id), '') FROM company c
      UNION ALL SELECT p.tag || ' ' || p.text || ' COMPANY=' || coalesce(c.tag, '-')
        || ' BOSS=' || coalesce(b.tag, '-')
        || ' MARKS=' || coalesce((SELECT string_agg(v.marks, ',' ORDER BY v.marks)
        FROM person_marks v WHERE v.person_id = p.id), '')
        FROM person p LEFT JOIN company c ON c.id = p.company_id LEFT JOIN person b ON b.id = p.boss_id
      UNION ALL SELECT b.tag || ' ' || b.text || ' WEARER=' || p.tag
        FROM badge b JOIN person p ON p.id = b.person_id
      UNION ALL SELECT r.tag || ' ' || r.text || ' LEAD=' || coalesce(p.tag, '-')
        || ' FACTS=' || coalesce((SELECT string_agg(v.facts_key || ':' || v.facts, ','
        ORDER BY v.facts_key) FROM project_facts v WHERE v.project_id = r.id), '')
        || ' MEMBERS=' || coalesce((SELECT string_agg(m.tag, ',' ORDER BY m.tag COLLATE "C")
        FROM project_person v JOIN person m ON m.id = v.members_id WHERE v.projects_id = r.id), '')
        FROM project r LEFT JOIN person p ON p.id = r.lead_id
      UNION ALL SELECT t.tag || ' ' || t.text || ' PROJECT=' || r.tag
        || ' STEPS=' || coalesce((SELECT string_agg(v.steps, ',' ORDER BY v.steps_order)
        FROM task_steps v WHERE v.task_id = t.id), '')
        FROM task t JOIN project r ON r.id = t.project_id
      UNION ALL SELECT n.tag || ' ' || n.text || ' ATTACHED=' || coalesce(t.tag, '-')
        FROM note n LEFT JOIN task t ON t.id = n.task_id
      """;

  private final LinkDatabase database;
  private final Random random;
  private final Map<String, Long> ids = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private final Set<String> touched = new HashSet<>();
  private GraphModel committed = new GraphModel();
  private GraphModel current = new GraphModel();
  private GraphSession graph;
  private final Deque<Savepoint> savepoints = new ArrayDeque<>();
  private int made;

  GraphRun(LinkDatabase database, long seed) {
    this.database = database;
    this.random = new Random(seed);
    this.graph = open();
  }

  /** What was done, for the message of a failure. */
  String log() {
    return String.join("\n", log);
  }

  private GraphSession open() {
    return new GraphSession(database.sessions.open(), ids);
  }

  void walk(int steps) {
    for (int step = 0; step < steps; step++) {
      step();
    }
    commit();
    graph.session.close();
  }

  private void step() {
    int dice = random.nextInt(100);
    if (dice < 22) {
      add();
    } else if (dice < 29) {
      change();
    } else if (dice < 43) {
      edit();
    } else if (dice < 58) {
      move();
    } else if (dice < 67) {
      pair();
    } else if (dice < 74) {
      delete();
    } else if (dice < 84) {
      flush();
    } else if (dice < 90) {
      commit();
    } else if (dice < 94) {
      rollback();
    } else {
      rare();
    }
  }

  private void rare() {
    switch (random.nextInt(7)) {
      case 4 -> savepoint();
      case 5 -> rollbackToSavepoint();
      case 6 -> releaseSavepoint();
      case 0 -> reopen();
      case 1 -> refresh();
      case 2 -> merge();
      default -> otherSession();
    }
  }

  private void add() {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    Node node = new Node(kind, kind.name().charAt(0) + "" + made++, "t" + random.nextInt(9));
    List<Link> links = List.of(Link.values()).stream().filter(one -> one.from == kind).toList();
    if (!links.stream().allMatch(this::canBegin)) {
      return;
    }
    GraphBase object = GraphSession.make(kind);
    object.setTag(node.tag);
    object.setText(node.text);
    log.add("add " + node.tag);
    current.add(node);
    graph.hold(node.tag, object);
    boolean reached = false;
    for (Link link : links) {
      reached |= linkNew(node, object, link) && link != Link.BOSS && link != Link.LEAD;
    }
    enter(node, object, links, reached);
  }

  private boolean canBegin(Link link) {
    Node target = pick(link.to);
    return (target != null || !link.owned) && !(link == Link.WEARER && hasBadge(target));
  }

  private boolean linkNew(Node node, GraphBase object, Link link) {
    Node target = pick(link.to);
    return target != null
        && target != node
        && (link.owned || random.nextBoolean())
        && !(link == Link.WEARER && hasBadge(target))
        && attach(node, object, link, target);
  }

  /** Adds the object, or leaves that to what holds it. */
  private void enter(Node node, GraphBase object, List<Link> links, boolean reached) {
    boolean incomplete = links.stream().anyMatch(one -> one.owned && !node.links.containsKey(one));
    if (incomplete) {
      log.add("  taken back");
      current.delete(node.tag);
      graph.forget(node.tag);
      return;
    }
    boolean reachable = reached && random.nextBoolean();
    if (!reachable) {
      graph.session.add(object);
    } else if (links.stream().noneMatch(one -> one.owned)) {
      flush(); // else it is never reached when what holds it is deleted before
    }
  }

  private boolean hasBadge(@Nullable Node person) {
    return person != null && !current.referring(Link.WEARER, person.tag).isEmpty();
  }

  /** Sets a link of a new object from either side; true when the collection holds it. */
  private boolean attach(Node node, GraphBase object, Link link, Node target) {
    GraphBase other = graph.object(target);
    List<GraphBase> mirror = GraphSession.mirror(link, other);
    boolean inverse = mirror != null && (link == Link.ATTACHED || random.nextBoolean());
    log.add("  " + node.tag + "." + link + " = " + target.tag + (inverse ? " by collection" : ""));
    current.link(node.tag, link, target.tag);
    touched.add(node.tag + link);
    if (inverse && mirror != null) {
      mirror.add(object);
      return true;
    }
    if (link == Link.WEARER && random.nextBoolean()) {
      ((Person) other).setBadge((Badge) object);
      return true;
    }
    GraphSession.set(object, link, other);
    return false;
  }

  private void change() {
    Node node = pick();
    if (node != null) {
      node.text = "t" + random.nextInt(9);
      log.add("change " + node.tag + " to " + node.text);
      graph.object(node).setText(node.text);
    }
  }

  private void move() {
    Link link = LINKS.get(random.nextInt(LINKS.size()));
    Node node = pick(link.from);
    Node target = pick(link.to);
    boolean toNone = !link.owned && random.nextInt(4) == 0;
    if (node == null || (target == null && !toNone) || node == target) {
      return;
    }
    if (touched.contains(node.tag + link)) {
      flush();
    }
    touched.add(node.tag + link);
    move(node, link, toNone ? null : target);
  }

  private void move(Node node, Link link, @Nullable Node target) {
    String before = node.links.get(link);
    Node old = current.has(before) ? current.get(before) : null;
    log.add("move " + node.tag + "." + link + " to " + (target == null ? "-" : target.tag));
    GraphBase object = graph.object(node);
    GraphBase other = target == null ? null : graph.object(target);
    if (link == Link.WEARER) {
      moveBadge(node, (Badge) object, old, target, (Person) other);
    } else {
      List<GraphBase> from = old == null ? null : GraphSession.mirror(link, graph.object(old));
      moveBySomeSide(object, link, from, other);
    }
    current.link(node.tag, link, target == null ? null : target.tag);
  }

  private void moveBySomeSide(
      GraphBase object, Link link, @Nullable List<GraphBase> from, @Nullable GraphBase other) {
    List<GraphBase> to = other == null ? null : GraphSession.mirror(link, other);
    boolean collection =
        link == Link.ATTACHED || ((from != null || to != null) && random.nextBoolean());
    if (!collection) {
      GraphSession.set(object, link, other);
      return;
    }
    log.add("  by collection");
    if (from != null) {
      from.remove(object);
    }
    if (to != null && !to.contains(object)) {
      to.add(object);
    }
  }

  /** A badge that is in the way is given up by its wearer, and deleted. */
  private void moveBadge(
      Node node, Badge badge, @Nullable Node old, @Nullable Node target, @Nullable Person to) {
    if (old == target || target == null || to == null) {
      return;
    }
    boolean inverse = random.nextBoolean();
    current.referring(Link.WEARER, target.tag).forEach(this::flushIfPending);
    for (Node other : current.referring(Link.WEARER, target.tag)) {
      log.add("  replaces " + other.tag + (inverse ? " by the inverse side" : ""));
      if (!inverse) {
        graph.session.delete(graph.object(other));
      }
      current.delete(other.tag);
    }
    if (inverse) {
      if (old != null && random.nextBoolean()) {
        ((Person) graph.object(old)).setBadge(null);
      }
      to.setBadge(badge);
    } else {
      badge.setPerson(to);
    }
    current.link(node.tag, Link.WEARER, target.tag);
  }

  /** Values come, go, change and move; in what the field holds, or by another collection. */
  private void edit() {
    Node node = pick();
    GraphValues values = node == null ? null : GraphValues.of(node.kind);
    if (node == null || values == null) {
      return;
    }
    node.values = values.edited(node.values, random);
    boolean whole = random.nextInt(4) == 0;
    log.add((whole ? "replace " : "edit ") + node.tag + "." + values + " = " + node.values);
    if (whole) {
      values.replace(graph.object(node), node.values);
    } else {
      values.change(graph.object(node), node.values);
    }
  }

  /** A person becomes a member of a project, or is one no longer, by either side. */
  private void pair() {
    Node node = pick(Kind.PROJECT);
    Node member = pick(Kind.PERSON);
    if (node == null || member == null) {
      return;
    }
    flushIfPending(node);
    flushIfPending(member);
    if (!touched.add(node.tag + "MEMBERS" + member.tag)) {
      flush();
      touched.add(node.tag + "MEMBERS" + member.tag);
    }
    boolean inverse = random.nextBoolean();
    boolean comes = node.members.add(member.tag);
    if (!comes) {
      node.members.remove(member.tag);
    }
    log.add(
        (comes ? "join " : "leave ") + node.tag + " " + member.tag + (inverse ? " inverse" : ""));
    pair((Project) graph.object(node), (Person) graph.object(member), comes, inverse);
  }

  private static void pair(Project project, Person person, boolean comes, boolean inverse) {
    if (comes && inverse) {
      person.getProjects().add(project);
    } else if (comes) {
      project.getMembers().add(person);
    } else if (inverse) {
      person.getProjects().remove(project);
    } else {
      project.getMembers().remove(person);
    }
  }

  /** What the model was when a savepoint was made. */
  private record Savepoint(NestedTransaction nested, GraphModel model) {}

  private void savepoint() {
    if (savepoints.size() < 3) {
      log.add("savepoint");
      NestedTransaction nested = graph.session.beginNested();
      savepoints.push(new Savepoint(nested, current.copy()));
      flushed();
    }
  }

  private void releaseSavepoint() {
    if (!savepoints.isEmpty()) {
      log.add("release");
      savepoints.pop().nested().commit();
      flushed();
    }
  }

  private void rollbackToSavepoint() {
    if (!savepoints.isEmpty()) {
      log.add("rollback to savepoint");
      Savepoint savepoint = savepoints.pop();
      savepoint.nested().rollback();
      backTo(savepoint.model());
      compareRows();
    }
  }

  private void delete() {
    Node node = pick();
    if (node == null) {
      return;
    }
    flushIfPending(node);
    log.add("delete " + node.tag);
    // No attribute of a person knows these; only the application can release them.
    for (Link link : List.of(Link.BOSS, Link.LEAD)) {
      for (Node one : current.referring(link, node.tag)) {
        GraphSession.set(graph.object(one), link, null);
        touched.add(one.tag + link);
      }
    }
    graph.session.delete(graph.object(node));
    current.delete(node.tag);
  }

  private void flushIfPending(Node node) {
    if (graph.object(node).getId() == null) {
      flush();
    }
  }

  private void flush() {
    log.add("flush");
    graph.session.flush();
    flushed();
  }

  private void flushed() {
    touched.clear();
    graph.noteIds();
    compareRows();
    if (random.nextInt(3) > 0) {
      compareMemory();
    }
  }

  private void commit() {
    while (!savepoints.isEmpty()) {
      releaseSavepoint();
    }
    log.add("commit");
    graph.session.commit();
    committed = current.copy();
    flushed();
    graph.session.commit();
  }

  private void rollback() {
    log.add("rollback");
    graph.session.rollback();
    savepoints.clear();
    backTo(committed);
  }

  private void backTo(GraphModel before) {
    for (Node node : current.all()) {
      if (!before.has(node.tag)) {
        graph.forget(node.tag);
      }
    }
    current = before.copy();
    touched.clear();
    // What was read after a write is read again at the next call.
    graph.session.flush();
    compareMemory();
    assertThat(graph.session.hasChanges()).isFalse();
  }

  private void reopen() {
    commit();
    log.add("reopen");
    graph.session.close();
    graph = open();
  }

  private void refresh() {
    flush();
    Node node = pick();
    if (node != null) {
      log.add("refresh " + node.tag);
      GraphBase object = graph.object(node);
      object.setText("dropped");
      graph.session.refresh(object);
      compareMemory();
    }
  }

  /** An object of a closed session, changed since, wins over the row. */
  private void merge() {
    commit();
    Node node = pick();
    if (node == null) {
      return;
    }
    GraphBase detached = graph.object(node);
    graph.session.close();
    node.text = "m" + random.nextInt(9);
    log.add("merge " + node.tag + " as " + node.text);
    detached.setText(node.text);
    graph = open();
    GraphBase merged = graph.session.merge(detached);
    assertThat(merged).isNotSameAs(detached);
    graph.hold(node.tag, merged);
    flush();
  }

  private void otherSession() {
    commit();
    Node node = pick();
    if (node == null) {
      return;
    }
    node.text = "o" + random.nextInt(9);
    log.add("another session changes " + node.tag + " to " + node.text);
    long id = graph.object(node).getId();
    graph.session.commit();
    database.sessions.inTransaction(
        other -> other.getOne(GraphSession.type(node.kind), id).setText(node.text));
    committed = current.copy();
    graph.session.refresh(graph.object(node));
    compareMemory();
  }

  private void compareRows() {
    TextStatement<String> rows = text(ROWS).columns(column("row", SqlTypes.TEXT));
    assertThat(graph.session.scalars(rows).all())
        .containsExactlyInAnyOrderElementsOf(current.rows());
  }

  private void compareMemory() {
    for (Node node : current.all()) {
      GraphBase object = graph.object(node);
      String expected = GraphModel.row(node);
      String found = GraphSession.row(object, current);
      assertThat(node.kind == Kind.NOTE ? expected.startsWith(found) : found.equals(expected))
          .as("%s in memory, expected %s", found, expected)
          .isTrue();
      assertThat(GraphSession.mirrored(object, current))
          .as("what %s holds", node.tag)
          .isEqualTo(GraphSession.mirrored(node, current));
    }
  }

  private @Nullable Node pick() {
    List<Node> all = current.all();
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  private @Nullable Node pick(Kind kind) {
    List<Node> all = current.all(kind);
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }
}
