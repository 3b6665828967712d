package org.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;

import bookshop.Base;
import java.util.List;
import org.aludel.orm.mapping.DeclarativeBase;
import org.aludel.orm.session.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a test class cannot ask for, run by a launcher of its own. */
final class RefusedFixtureTest {
  @Test
  void aSessionForTheWholeClassIsRefused() {
    assertThat(failures(SessionForAll.class))
        .singleElement()
        .asString()
        .contains("ORM-TEST-NO-FIXTURE", "take a SessionFactory");
  }

  @Test
  void twoBasesAreRefused() {
    assertThat(failures(TwoBases.class))
        .singleElement()
        .asString()
        .contains("ORM-TEST-NO-ENTITIES", "one declarative base");
  }

  private static List<String> failures(Class<?> type) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(type))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary().getFailures().stream()
        .map(failure -> String.valueOf(failure.getException().getMessage()))
        .toList();
  }

  /** Not run by itself: no name that the build looks for. */
  @OrmTest(Base.class)
  static final class SessionForAll {
    @BeforeAll
    static void asksForASession(Session session) {
      session.flush();
    }

    @Test
    void neverRuns() {}
  }

  /** The like. */
  @OrmTest({Base.class, OtherBase.class})
  static final class TwoBases {
    @Test
    void asksForASession(Session session) {
      session.flush();
    }
  }

  /** A second base. */
  abstract static class OtherBase extends DeclarativeBase {}
}
