package org.aludel.migrations.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.LayoutSetting;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.revision.RevisionMap;

/**
 * The place where revision files lie: directories, or a folder of the class path. Holds no state;
 * each call reads again.
 */
public final class ScriptDirectory {
  /** Where revision files lie on the class path unless told otherwise. */
  public static final String CLASS_PATH_LOCATION = "db/migrations";

  private final String name;
  private final List<Path> directories;
  private final Listing listing;
  private final LayoutSetting layout;

  private ScriptDirectory(
      String name, List<Path> directories, Listing listing, LayoutSetting layout) {
    this.name = name;
    this.directories = List.copyOf(directories);
    this.listing = listing;
    this.layout = layout;
  }

  /** The same, naming new files as a layout says. */
  public ScriptDirectory withLayout(LayoutSetting value) {
    return new ScriptDirectory(name, directories, listing, value);
  }

  /** A directory, subdirectories included; one that does not exist holds no revisions. */
  public static ScriptDirectory of(Path directory) {
    return of(List.of(directory));
  }

  /** Several directories that make one graph; the first gets new lines of history. */
  public static ScriptDirectory of(List<Path> directories) {
    return new ScriptDirectory(
        String.join(", ", directories.stream().map(Path::toString).toList()),
        directories,
        () -> bytesIn(directories),
        LayoutSetting.standard());
  }

  /**
   * A folder of the class path, in directories and jars alike.
   *
   * @param location such as {@code db/migrations}
   */
  public static ScriptDirectory ofClassPath(ClassLoader loader, String location) {
    return ofClassPath(loader, List.of(location));
  }

  /** Several folders of the class path that make one graph. */
  public static ScriptDirectory ofClassPath(ClassLoader loader, List<String> locations) {
    return new ScriptDirectory(
        String.join(", ", locations.stream().map(each -> "classpath:" + each).toList()),
        List.of(),
        () -> filesIn(loader, locations),
        LayoutSetting.standard());
  }

  private static SortedMap<String, byte[]> filesIn(ClassLoader loader, List<String> locations)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String each : locations) {
      files.putAll(new ClassPathFolder(loader, each).files());
    }
    return files;
  }

  /**
   * All revision files ({@code *.yaml}, {@code *.yml}), sorted by name.
   *
   * @throws RevisionException INVALID_FILE with everything that is wrong in all files
   */
  public List<RevisionFile> files() {
    RevisionLoader loader = new RevisionLoader();
    List<RevisionFile> files = new ArrayList<>();
    List<RevisionException> failures = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : listed().entrySet()) {
      try {
        files.add(loader.load(file.getKey(), decoded(file.getKey(), file.getValue())));
      } catch (RevisionException e) {
        failures.add(e);
      }
    }
    if (failures.size() == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      throw all(failures);
    }
    return List.copyOf(files);
  }

  /**
   * The graph of all revisions.
   *
   * @throws RevisionException as {@link #files()} and {@link RevisionMap#of}
   */
  public RevisionMap revisions() {
    return RevisionMap.of(files().stream().map(RevisionFile::revision).toList());
  }

  /**
   * Writes a new revision file; the directory is made if it is missing. The file appears whole or
   * not at all.
   *
   * @return where it was written
   * @throws RevisionException INVALID_FILE when the text would not be read back as this revision;
   *     NOT_WRITABLE when there is a file of that name, or no directory to write to
   */
  public Path write(Revision revision, List<BannerLine> banner) {
    return write(NewFile.of(revision, banner));
  }

  /**
   * As {@link #write(Revision, List)}, with more to say.
   *
   * @throws RevisionException NOT_WRITABLE also for a directory that is none of these
   */
  public Path write(NewFile file) {
    return new RevisionWriter(directoryOf(file), layout).add(file);
  }

  /**
   * The text of a file as it is now.
   *
   * @param file as {@link #files()} found it
   * @throws RevisionException NOT_WRITABLE on the class path, whose files are for reading
   */
  public String text(RevisionFile file) {
    if (directories.isEmpty()) {
      throw readOnly(file.path());
    }
    return decoded(file.path(), listed().getOrDefault(file.path(), new byte[0]));
  }

  /**
   * Gives the file of a revision another text, which must be read as the given revision.
   *
   * @param file as {@link #files()} found it
   */
  public Path replace(RevisionFile file, Revision revision, String text) {
    if (directories.isEmpty()) {
      throw readOnly(file.path());
    }
    return RevisionWriter.replace(Path.of(file.path()), revision, text);
  }

  /**
   * Takes a file away; version control has it still.
   *
   * @param file as {@link #files()} found it
   */
  public void delete(RevisionFile file) {
    if (directories.isEmpty()) {
      throw readOnly(file.path());
    }
    try {
      Files.deleteIfExists(Path.of(file.path()));
    } catch (IOException failure) {
      throw RevisionWriter.notWritable(
          name, file.path(), "it cannot be deleted: " + failure.getMessage(), failure);
    }
  }

  private Path directoryOf(NewFile file) {
    String fileName = RevisionFileName.of(file.revision(), layout);
    if (directories.isEmpty()) {
      throw readOnly(fileName);
    }
    Path wanted = file.directory();
    if (wanted == null) {
      return directories.size() == 1 ? directories.get(0) : beside(file.revision().down());
    }
    return directories.stream()
        .filter(each -> same(each, wanted))
        .findFirst()
        .orElseThrow(
            () ->
                RevisionWriter.notWritable(
                    wanted.toString(), fileName, "the settings name " + name, null));
  }

  /** Where the first of some revisions lies, so that a branch stays together. */
  private Path beside(List<String> revisions) {
    for (RevisionFile file : revisions.isEmpty() ? List.<RevisionFile>of() : files()) {
      if (file.revision().id().equals(revisions.get(0))) {
        return directories.stream()
            .filter(each -> Path.of(file.path()).startsWith(each))
            .findFirst()
            .orElse(directories.get(0));
      }
    }
    return directories.get(0);
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private RevisionException readOnly(String file) {
    return RevisionWriter.notWritable(name, file, "the class path cannot be written to", null);
  }

  /** The directory, or the class path folder after {@code classpath:}. */
  @Override
  public String toString() {
    return name;
  }

  private SortedMap<String, byte[]> listed() {
    try {
      return listing.files();
    } catch (IOException e) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_FILE, "cannot read the revisions in \"" + name + "\"")
              .found(String.valueOf(e.getMessage()))
              .expected("files that can be read"),
          e);
    }
  }

  private static RevisionException all(List<RevisionException> failures) {
    return new RevisionException(
        Problem.of(MigrationCode.INVALID_FILE, "cannot read " + failures.size() + " revision files")
            .found(
                String.join(
                    "\n",
                    failures.stream()
                        .map(failure -> String.valueOf(failure.problem().found()))
                        .toList()))
            .expected("a Liquibase changelog with a \"revision\" mapping, format 1")
            .fix("correct the lines named above"),
        failures.get(0));
  }

  private static String decoded(String path, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RevisionException(
          Problem.of(MigrationCode.INVALID_FILE, "cannot read revision file \"" + path + "\"")
              .found(path + ": the file is not UTF-8")
              .expected("UTF-8")
              .fix("save the file as UTF-8"),
          e);
    }
  }

  private static SortedMap<String, byte[]> bytesIn(List<Path> directories) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path directory : directories) {
      if (Files.isDirectory(directory)) {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(directory)) {
          found = walk.filter(file -> isRevision(String.valueOf(file.getFileName()))).toList();
        }
        for (Path file : found) {
          files.put(file.toString(), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  static boolean isRevision(String fileName) {
    return (fileName.endsWith(".yaml") || fileName.endsWith(".yml")) && !fileName.startsWith(".");
  }

  /** Lists and reads the files of one place. */
  private interface Listing {
    SortedMap<String, byte[]> files() throws IOException;
  }
}
