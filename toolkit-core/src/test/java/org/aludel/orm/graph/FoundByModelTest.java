package org.aludel.orm.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.aludel.orm.links.LinkDatabase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the model test has found, each in as few steps as show it. */
@PostgresTest
final class FoundByModelTest {
  private LinkDatabase links;

  @BeforeEach
  void create(TestDatabase database) {
    links = LinkDatabase.fresh(database, Registry.of(GraphBase.class));
  }

  private static <E extends GraphBase> E named(E object, String tag) {
    object.setTag(tag);
    return object;
  }

  @Test
  void anObjectThatAnotherCollectionCascadesToMayBeReferredTo() {
    try (Session session = links.sessions.open()) {
      Project project = new Project();
      project.setTag("first");
      Company company = new Company();
      company.setTag("second");
      session.addAll(List.of(project, company));
      session.flush();
      Person person = new Person();
      person.setTag("third");
      company.getStaff().add(person);
      project.setLead(person);

      session.commit();

      assertThat(links.query("SELECT lead_id FROM project")).containsExactly(List.of("1"));
    }
  }

  @Test
  void aCommitTakesDeletedObjectsOutOfCollectionsSoThatMergeDoesNotBringThemBack() {
    Project project = named(new Project(), "p");
    Task task = named(new Task(), "t");
    project.getTasks().add(task);
    try (Session session = links.sessions.open()) {
      session.add(project);
      session.commit();
      session.delete(task);
      session.commit();

      assertThat(project.getTasks()).isEmpty();
    }

    links.sessions.inTransaction(session -> session.merge(project));

    assertThat(links.query("SELECT count(*) FROM task")).containsExactly(List.of("0"));
  }

  @Test
  void aRollbackRestoresACollectionThatAnEqualOneReplacedTogetherWithAColumn() {
    Company company = named(new Company(), "c");
    company.getStaff().add(named(new Person(), "p"));
    company.getLabels().add("old");
    links.sessions.inTransaction(session -> session.add(company));
    try (Session session = links.sessions.open()) {
      Company found = session.getOne(Company.class, company.getId());
      found.setStaff(new ArrayList<>(found.getStaff()));
      found.setLabels(new LinkedHashSet<>(found.getLabels()));
      found.setText("changed");
      session.commit();
      found.getStaff().clear();
      found.getLabels().add("new");

      session.rollback();

      assertThat(found.getStaff()).hasSize(1);
      assertThat(found.getLabels()).containsExactly("old");
    }
  }

  @Test
  void aNewObjectThatADeletionTakesAlongWritesNothingOfItsCollections() {
    Project project = named(new Project(), "p");
    links.sessions.inTransaction(session -> session.add(project));

    links.sessions.inTransaction(
        session -> {
          Project found = session.getOne(Project.class, project.getId());
          Task task = named(new Task(), "t");
          task.getSteps().add("first");
          found.getTasks().add(task);
          session.delete(found);
        });

    assertThat(links.query("SELECT count(*) FROM task_steps")).containsExactly(List.of("0"));
  }

  @Test
  void aCollectionThatWasReadAfterAWriteIsReadAgainAfterARollback() {
    Project first = named(new Project(), "p");
    first.getTasks().add(named(new Task(), "t"));
    links.sessions.inTransaction(
        session -> session.addAll(List.of(first, named(new Project(), "q"))));

    try (Session session = links.sessions.open()) {
      Project empty = session.getOne(Project.class, 2);
      session.getOne(Task.class, 1).setProject(empty);
      session.flush();
      assertThat(empty.getTasks()).hasSize(1);
      session.rollback();

      assertThat(empty.getTasks()).isEmpty();
    }
  }

  @Test
  void whatMovedIntoAnOwnerThatACascadeDeletesIsReleased() {
    Project project = named(new Project(), "p");
    Task from = named(new Task(), "t");
    Task to = named(new Task(), "u");
    from.getNotes().add(named(new Note(), "n"));
    project.getTasks().addAll(List.of(from, to));
    try (Session session = links.sessions.open()) {
      session.add(project);
      session.commit();
      to.getNotes().add(from.getNotes().remove(0));
      session.delete(project);
      session.commit();
    }

    assertThat(links.query("SELECT tag, task_id FROM note").get(0)).containsExactly("n", null);
  }

  @Test
  void whatWasPutIntoADeletedOwnerSinceTheLastFlushGoesWithIt() {
    Person person = named(new Person(), "p");
    links.sessions.inTransaction(session -> session.add(person));

    links.sessions.inTransaction(
        session -> {
          Person held = session.getOne(Person.class, person.getId());
          Badge badge = session.add(named(new Badge(), "b"));
          held.setBadge(badge);
          session.delete(held);
        });

    assertThat(links.query("SELECT count(*) FROM badge")).containsExactly(List.of("0"));
  }

  @Test
  void whatCameToADeletedOwnerByItsReferenceGoesWithIt() {
    Person person = named(new Person(), "p");
    links.sessions.inTransaction(session -> session.add(person));

    links.sessions.inTransaction(
        session -> {
          Person held = session.getOne(Person.class, person.getId());
          session.add(named(new Badge(), "b")).setPerson(held);
          session.delete(held);
        });

    assertThat(links.query("SELECT count(*) FROM badge")).containsExactly(List.of("0"));
  }
}
