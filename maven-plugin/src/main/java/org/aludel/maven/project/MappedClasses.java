package org.aludel.maven.project;

import java.util.List;
import org.aludel.error.Problem;
import org.aludel.maven.MavenCode;
import org.aludel.maven.MavenException;
import org.aludel.migrations.command.WantedModel;
import org.aludel.orm.mapping.Registry;

/** The schema that the mapped classes of the user's build ask for. */
public final class MappedClasses {
  private MappedClasses() {}

  /**
   * Finds the classes by the processor's indexes, or by looking into the packages.
   *
   * @throws MavenException CLASSES_NOT_LOADED when a class lacks something to link with
   * @throws org.aludel.error.MappingException when there are none, or one cannot be mapped
   */
  public static WantedModel in(ProjectClassLoader loader, List<String> packages) {
    try {
      return WantedModel.of(Registry.discover(loader, packages).metaData());
    } catch (LinkageError unlinked) {
      throw new MavenException(
          Problem.of(MavenCode.CLASSES_NOT_LOADED, "cannot load the mapped classes of the project")
              .found(unlinked.toString())
              .expected("every class that a mapped class names on the runtime class path")
              .fix("mvn compile; look at the scope of the library that holds the missing class"),
          unlinked);
    }
  }
}
