using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

public sealed class StoreOnSqlite() : StoreConformance(new SqliteServer());
public sealed class StoreOnPostgreSql(PostgreSqlServer server) : StoreConformance(server);
public sealed class StoreOnSqlServer() : StoreConformance(new SqlServerServer());

public sealed class RacesOnSqlite() : RaceConformance(new SqliteServer());
public sealed class RacesOnPostgreSql(PostgreSqlServer server) : RaceConformance(server);
public sealed class RacesOnSqlServer() : RaceConformance(new SqlServerServer());

public sealed class ActsOnSqlite() : ActConformance(new SqliteServer());
public sealed class ActsOnPostgreSql(PostgreSqlServer server) : ActConformance(server);
public sealed class ActsOnSqlServer() : ActConformance(new SqlServerServer());

public sealed class ClocksOnSqlite() : ClockConformance(new SqliteServer());
public sealed class ClocksOnPostgreSql(PostgreSqlServer server) : ClockConformance(server);
public sealed class ClocksOnSqlServer() : ClockConformance(new SqlServerServer());
