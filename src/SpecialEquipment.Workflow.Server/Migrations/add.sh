#!/usr/bin/env bash
# Adds a migration to all three databases and writes the SQL Server script anew:  Migrations/add.sh <Name>
# With --replace-initial the one initial migration is made anew; only before the first release.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?name of the migration}
if [ "$name" = --replace-initial ]; then
  name=Initial
  # baselines start from the migration that goes away; write the first one anew afterwards (src/SpecialEquipment.Workflow.Storage/README.md)
  rm -rf Migrations/Sqlite Migrations/SqlServer Migrations/PostgreSql ../../tests/SpecialEquipment.Workflow.Storage.Tests/Upgrade/baselines/*.sql
fi
dotnet tool restore >/dev/null
dotnet build -v quiet --nologo -p:SkipConsole=true
for provider in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations add "$name" --no-build --context "${provider}WorkflowDbContext" --output-dir "Migrations/$provider"
done
dotnet build -v quiet --nologo -p:SkipConsole=true
mkdir -p ../../deploy/sqlserver
dotnet ef migrations script --no-build --idempotent --context SqlServerWorkflowDbContext --output ../../deploy/sqlserver/workflow.sql
sed -i '1s/^\xEF\xBB\xBF//' ../../deploy/sqlserver/workflow.sql
