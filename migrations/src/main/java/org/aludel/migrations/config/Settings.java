package org.aludel.migrations.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.engine.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * Everything a command can be told, checked and complete. Immutable; prints no secret.
 *
 * @param url where the database is, or null when nobody said
 * @param user null when the URL or the driver knows
 * @param password null when the URL or the driver knows
 * @param server the entry of Maven's settings that holds user and password, or null
 * @param message the title of a new revision, or null
 * @param to the target of an upgrade, downgrade or stamp, or null for the command's own default
 * @param directories where revision files lie; the first gets new lines of history
 * @param schemas the schemas that are compared
 * @param exclude objects that are left out
 * @param drop names of objects whose drop is released
 * @param rename renames that a person announces
 * @param writing in which form a difference is written
 * @param lossy what a downgrade does about rows that it would lose
 * @param running how revisions are run and where it is noted
 * @param profile the chosen environment, or null
 * @param profiles what each environment allows
 * @param comparators patterns that choose comparators, such as {@code ~aludel.comments}; empty for
 *     all
 * @param hooks programs that are run on new revision files
 * @param layout how new files are named
 * @param tenants whose schemas are worked on, one after the other
 * @param tenant those of them that are meant; empty for all
 * @param database which of several databases this is, or null when there is but one
 * @param arguments what {@code -Dorm.arg.*} hands to extensions
 */
public record Settings(
    @Nullable DatabaseUrl url,
    @Nullable String user,
    @Nullable Secret password,
    @Nullable String server,
    @Nullable String message,
    @Nullable String to,
    List<Path> directories,
    List<String> schemas,
    List<ObjectPattern> exclude,
    DropPolicy drops,
    List<String> drop,
    UnmanagedPolicy unmanaged,
    List<Rename> rename,
    WritingSetting writing,
    LossyChoice lossy,
    ModelSetting model,
    ScratchSetting scratch,
    RunSetting running,
    @Nullable String profile,
    Map<String, Profile> profiles,
    List<String> comparators,
    List<HookSetting> hooks,
    LayoutSetting layout,
    TenantSetting tenants,
    List<String> tenant,
    @Nullable String database,
    Map<String, String> arguments) {
  public Settings {
    directories = List.copyOf(directories);
    schemas = List.copyOf(schemas);
    exclude = List.copyOf(exclude);
    drop = List.copyOf(drop);
    rename = List.copyOf(rename);
    comparators = List.copyOf(comparators);
    hooks = List.copyOf(hooks);
    tenant = List.copyOf(tenant);
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }

  /** The first of the directories. */
  public Path directory() {
    return directories.get(0);
  }

  /** What the chosen environment allows. */
  public Profile activeProfile() {
    return profile == null ? Profile.DEFAULT : profiles.getOrDefault(profile, Profile.DEFAULT);
  }
}
