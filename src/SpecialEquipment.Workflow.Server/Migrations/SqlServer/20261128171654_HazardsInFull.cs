using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SpecialEquipment.Workflow.Server.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HazardsInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "org_enterprise_gram");

            migrationBuilder.DropIndex(
                name: "IX_org_equipment_code",
                table: "org_equipment");

            migrationBuilder.DropIndex(
                name: "IX_org_enterprise_credit_code",
                table: "org_enterprise");

            migrationBuilder.DropIndex(
                name: "IX_matter_created_at",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_region_code_state",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_state_updated_at",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_doc_document_matter_id",
                table: "doc_document");

            migrationBuilder.DropIndex(
                name: "IX_doc_document_number",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "hazard");

            migrationBuilder.AddColumn<string>(
                name: "close_reason",
                table: "task_tasks",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "interim_control_mode",
                table: "rectification_plan",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "applied_at",
                table: "policy_pack",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "flagged",
                table: "policy_pack",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "moved",
                table: "policy_pack",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "addresses",
                table: "org_region_succession",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                table: "org_post",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "voided_at",
                table: "org_post",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "voided_by",
                table: "org_post",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "voided_by_name",
                table: "org_post",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "enterprise_id",
                table: "org_person",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "region_code",
                table: "org_person",
                type: "nvarchar(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "version",
                table: "org_person",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                table: "org_person",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "voided_at",
                table: "org_person",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "voided_by",
                table: "org_person",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "voided_by_name",
                table: "org_person",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "model",
                table: "org_equipment",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                table: "org_equipment",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "voided_at",
                table: "org_equipment",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "voided_by",
                table: "org_equipment",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "voided_by_name",
                table: "org_equipment",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "disposals_opened_at",
                table: "org_enterprise",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "dissolved_on",
                table: "org_enterprise",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending",
                table: "org_enterprise",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending_proof",
                table: "org_enterprise",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                table: "org_enterprise",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "voided_at",
                table: "org_enterprise",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "voided_by",
                table: "org_enterprise",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "voided_by_name",
                table: "org_enterprise",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "equipment_id",
                table: "matter_hold",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template",
                table: "matter_hold",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "chain_id",
                table: "matter_confirmation",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "decided_by_user_id",
                table: "matter_confirmation",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "place",
                table: "matter_confirmation",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "places",
                table: "matter_confirmation",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "close_reason",
                table: "matter",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_order",
                table: "matter",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(9999, 12, 31));

            migrationBuilder.AddColumn<string>(
                name: "equipment_kind",
                table: "matter",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "found_at",
                table: "matter",
                type: "datetime2(3)",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateOnly>(
                name: "found_on",
                table: "matter",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "is_fixed_on_spot",
                table: "matter",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "registered_on",
                table: "matter",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "matter",
                type: "nvarchar(3000)",
                maxLength: 3000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "matter",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "service_mode",
                table: "hazard_instruction",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40);

            migrationBuilder.AlterColumn<DateTime>(
                name: "served_at",
                table: "hazard_instruction",
                type: "datetime2(3)",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "datetime2(3)");

            migrationBuilder.AlterColumn<string>(
                name: "receiver",
                table: "hazard_instruction",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(120)",
                oldMaxLength: 120);

            migrationBuilder.AddColumn<string>(
                name: "proof",
                table: "hazard_instruction",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "defect_key",
                table: "hazard",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "earliest_found_at",
                table: "hazard",
                type: "datetime2(3)",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "equipment_kind",
                table: "hazard",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "equipment_model",
                table: "hazard",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "grade_approver_name",
                table: "hazard",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "graded_by_name",
                table: "hazard",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "graded_on",
                table: "hazard",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "maintenance_unit",
                table: "hazard",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "hazard",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pattern_id",
                table: "hazard",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "proposed_relapse_of_id",
                table: "hazard",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "relapse_of_id",
                table: "hazard",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "relapse_reason",
                table: "hazard",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "unit_gone_at",
                table: "hazard",
                type: "datetime2(3)",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "number",
                table: "doc_document",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(80)",
                oldMaxLength: 80);

            migrationBuilder.AddColumn<Guid>(
                name: "corrected_by_id",
                table: "doc_document",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "correction_reason",
                table: "doc_document",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "corrects_id",
                table: "doc_document",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "department_code",
                table: "doc_document",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "drafted_by_id",
                table: "doc_document",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "region_code",
                table: "doc_document",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "doc_document",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "unit_name",
                table: "doc_document",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "rule_changed",
                table: "deadline",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "rules_asked_version",
                table: "deadline",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "demo_story",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    planned_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    acts = table.Column<int>(type: "int", nullable: false),
                    is_over = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demo_story", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "hazard_closure",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    authority = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    new_region_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    new_unit_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    new_place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    officer_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    approver_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_closure", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "hazard_emergency_measure",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    taken_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    taken_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    recorded_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    supplemented_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_emergency_measure", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_message",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    source_system = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    source_id = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    sent_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    effect = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    facts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_message", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "hazard_pattern",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    county_code = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    defect_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_ids = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    units = table.Column<int>(type: "int", nullable: false),
                    devices = table.Column<int>(type: "int", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    decided_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_pattern", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_report",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    serial = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    trigger = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    situation = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    measures = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    advice = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    to_government = table.Column<bool>(type: "bit", nullable: true),
                    government_reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    grounds = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    reported_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    reported_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_report", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_report_recipient",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    report_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    department_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    post_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    sent_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    received_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    received_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    received_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_report_recipient", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_routing",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    department_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    department_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    routed_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    routed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    received_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    received_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    receipt_note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_routing", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "hazard_seizure",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    objects = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    legal_basis = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    kept_at = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    first_inspector_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    first_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    first_certificate = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    second_inspector_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    second_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    second_certificate = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    approver_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    decided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    service_mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    receiver = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    refused = table.Column<bool>(type: "bit", nullable: false),
                    service_note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    proof = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    extended_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    extension_reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    extension_approver_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    released_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    release_ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    release_note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    release_receiver = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    released_by_names = table.Column<string>(type: "nvarchar(130)", maxLength: 130, nullable: true),
                    release_approver_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_seizure", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_view",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    owner_user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    audience = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    region_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    query = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    columns = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_view", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_view_star",
                columns: table => new
                {
                    view_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_view_star", x => new { x.view_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "matter_gram",
                columns: table => new
                {
                    code = table.Column<int>(type: "int", nullable: false),
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_gram", x => new { x.code, x.row_no });
                });

            migrationBuilder.CreateTable(
                name: "matter_tally",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    region_code = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    place_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    grade = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    found_month = table.Column<DateOnly>(type: "date", nullable: false),
                    unjudged = table.Column<int>(type: "int", nullable: false),
                    registered = table.Column<int>(type: "int", nullable: false),
                    treated = table.Column<int>(type: "int", nullable: false),
                    closed_untreated = table.Column<int>(type: "int", nullable: false),
                    open = table.Column<int>(type: "int", nullable: false),
                    overdue = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_tally", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "org_enterprise_name_gram",
                columns: table => new
                {
                    code = table.Column<int>(type: "int", nullable: false),
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_enterprise_name_gram", x => new { x.code, x.row_no });
                });

            migrationBuilder.CreateTable(
                name: "org_post_deputy",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    valid_from = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    valid_to = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    appointed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    appointed_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ended_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_post_deputy", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_post_succession",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    successor_post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_post_succession", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "org_region_reorganization",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    change = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    from_codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    to_codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    basis = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    enacted_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    enacted_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    enacted_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    organs_passed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    completed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    moved_units = table.Column<int>(type: "int", nullable: false),
                    unmapped_units = table.Column<int>(type: "int", nullable: false),
                    moved_tasks = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_region_reorganization", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "policy_pack_proposal",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    pack_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    pack_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    based_on = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    proposed_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    decided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    opinion = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_pack_proposal", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "rectification_look_back",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    draw = table.Column<int>(type: "int", nullable: false),
                    signed_off_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    result = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    first_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    second_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    checked_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    new_matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_look_back", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "search_mark",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_mark", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sheet_export",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    filter = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    rows = table.Column<int>(type: "int", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    person_name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_export", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "sheet_file_piece",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    import_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    piece = table.Column<int>(type: "int", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_file_piece", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "sheet_import",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    file_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    file_size = table.Column<long>(type: "bigint", nullable: false),
                    sheet_names = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    sheet = table.Column<int>(type: "int", nullable: false),
                    heading_row = table.Column<int>(type: "int", nullable: false),
                    heading_rows = table.Column<int>(type: "int", nullable: false),
                    headings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    signature = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    mapping = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    round = table.Column<int>(type: "int", nullable: false),
                    total_rows = table.Column<int>(type: "int", nullable: false),
                    checked_rows = table.Column<int>(type: "int", nullable: false),
                    checked_through = table.Column<int>(type: "int", nullable: false),
                    good_rows = table.Column<int>(type: "int", nullable: false),
                    bad_rows = table.Column<int>(type: "int", nullable: false),
                    known_rows = table.Column<int>(type: "int", nullable: false),
                    imported_rows = table.Column<int>(type: "int", nullable: false),
                    failure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    person_name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    uploaded_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    lease_owner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_import", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "sheet_import_row",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    import_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    row_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    values_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    cells_json = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    remarks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    known_as = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_import_row", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "sheet_mapping",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    signature = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    columns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheet_mapping", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "statistics_published_rates",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    region_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    found_from = table.Column<DateOnly>(type: "date", nullable: true),
                    found_to = table.Column<DateOnly>(type: "date", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    grade = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    registered = table.Column<int>(type: "int", nullable: false),
                    treated = table.Column<int>(type: "int", nullable: false),
                    fixed_on_spot = table.Column<int>(type: "int", nullable: false),
                    closed_untreated = table.Column<int>(type: "int", nullable: false),
                    open = table.Column<int>(type: "int", nullable: false),
                    overdue = table.Column<int>(type: "int", nullable: true),
                    published_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    published_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    published_by_post = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_published_rates", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "task_withdrawals",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    proposed_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    decided_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    decided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    opinion = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_withdrawals", x => x.row_no);
                });

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_completed_by_person_id_matter_id",
                table: "task_tasks",
                columns: new[] { "completed_by_person_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_person_enterprise_id",
                table: "org_person",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_person_name",
                table: "org_person",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_code",
                table: "org_equipment",
                column: "code",
                unique: true,
                filter: "voided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_credit_code",
                table: "org_enterprise",
                column: "credit_code",
                unique: true,
                filter: "voided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_name",
                table: "org_enterprise",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_status_disposals_opened_at",
                table: "org_enterprise",
                columns: new[] { "status", "disposals_opened_at" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_hold_equipment_id_lifted_at",
                table: "matter_hold",
                columns: new[] { "equipment_id", "lifted_at" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_confirmation_chain_id",
                table: "matter_confirmation",
                column: "chain_id");

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_created_at_row_no",
                table: "matter",
                columns: new[] { "kind", "created_at", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_due_order_row_no",
                table: "matter",
                columns: new[] { "kind", "due_order", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_equipment_kind_region_code_state",
                table: "matter",
                columns: new[] { "kind", "equipment_kind", "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_found_at_row_no",
                table: "matter",
                columns: new[] { "kind", "found_at", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_grade_region_code_state",
                table: "matter",
                columns: new[] { "kind", "grade", "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_is_overdue_region_code_state",
                table: "matter",
                columns: new[] { "kind", "is_overdue", "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_region_code_state_grade_source_equipment_kind_is_overdue_place_type_updated_at",
                table: "matter",
                columns: new[] { "kind", "region_code", "state", "grade", "source", "equipment_kind", "is_overdue", "place_type", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_source_region_code_state",
                table: "matter",
                columns: new[] { "kind", "source", "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_state_region_code_is_overdue",
                table: "matter",
                columns: new[] { "kind", "state", "region_code", "is_overdue" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_state_updated_at_row_no",
                table: "matter",
                columns: new[] { "kind", "state", "updated_at", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_kind_updated_at_row_no",
                table: "matter",
                columns: new[] { "kind", "updated_at", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_number_prefix",
                table: "matter",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "IX_matter_region_code_found_on",
                table: "matter",
                columns: new[] { "region_code", "found_on" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_defect_key_found_at",
                table: "hazard",
                columns: new[] { "defect_key", "found_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_equipment_code",
                table: "hazard",
                column: "equipment_code");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_found_at",
                table: "hazard",
                column: "found_at");

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_corrects_id",
                table: "doc_document",
                column: "corrects_id");

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_matter_id_row_no",
                table: "doc_document",
                columns: new[] { "matter_id", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_number",
                table: "doc_document",
                column: "number",
                unique: true,
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_template_state_issued_at",
                table: "doc_document",
                columns: new[] { "template", "state", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_closure_matter_id",
                table: "hazard_closure",
                column: "matter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_emergency_measure_id",
                table: "hazard_emergency_measure",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_emergency_measure_matter_id",
                table: "hazard_emergency_measure",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_message_source_system_source_id_sent_at_sequence",
                table: "hazard_message",
                columns: new[] { "source_system", "source_id", "sent_at", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_pattern_defect_key_county_code",
                table: "hazard_pattern",
                columns: new[] { "defect_key", "county_code" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_pattern_id",
                table: "hazard_pattern",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_pattern_matter_id",
                table: "hazard_pattern",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_report_id",
                table: "hazard_report",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_report_matter_id_serial",
                table: "hazard_report",
                columns: new[] { "matter_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_report_recipient_id",
                table: "hazard_report_recipient",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_report_recipient_matter_id_received_at",
                table: "hazard_report_recipient",
                columns: new[] { "matter_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_report_recipient_report_id",
                table: "hazard_report_recipient",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_routing_matter_id",
                table: "hazard_routing",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_seizure_id",
                table: "hazard_seizure",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_seizure_matter_id_released_at",
                table: "hazard_seizure",
                columns: new[] { "matter_id", "released_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_view_department_id",
                table: "hazard_view",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_view_id",
                table: "hazard_view",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_view_owner_user_id",
                table: "hazard_view",
                column: "owner_user_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_view_region_code",
                table: "hazard_view",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_matter_tally_region_code",
                table: "matter_tally",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_deputy_id",
                table: "org_post_deputy",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_post_deputy_person_id",
                table: "org_post_deputy",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_deputy_post_id_valid_to",
                table: "org_post_deputy",
                columns: new[] { "post_id", "valid_to" });

            migrationBuilder.CreateIndex(
                name: "IX_org_post_succession_post_id_successor_post_id",
                table: "org_post_succession",
                columns: new[] { "post_id", "successor_post_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_region_reorganization_completed_at",
                table: "org_region_reorganization",
                column: "completed_at");

            migrationBuilder.CreateIndex(
                name: "IX_org_region_reorganization_id",
                table: "org_region_reorganization",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_policy_pack_proposal_id",
                table: "policy_pack_proposal",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_look_back_matter_id",
                table: "rectification_look_back",
                column: "matter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sheet_export_at",
                table: "sheet_export",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_sheet_export_id",
                table: "sheet_export",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sheet_file_piece_import_id_piece",
                table: "sheet_file_piece",
                columns: new[] { "import_id", "piece" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sheet_import_id",
                table: "sheet_import",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sheet_import_state_row_no",
                table: "sheet_import",
                columns: new[] { "state", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_sheet_import_user_id_row_no",
                table: "sheet_import",
                columns: new[] { "user_id", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_sheet_import_row_import_id_round_number",
                table: "sheet_import_row",
                columns: new[] { "import_id", "round", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sheet_import_row_import_id_round_row_key",
                table: "sheet_import_row",
                columns: new[] { "import_id", "round", "row_key" });

            migrationBuilder.CreateIndex(
                name: "IX_sheet_import_row_import_id_round_state_number",
                table: "sheet_import_row",
                columns: new[] { "import_id", "round", "state", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_sheet_mapping_kind_signature_user_id",
                table: "sheet_mapping",
                columns: new[] { "kind", "signature", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statistics_published_rates_id",
                table: "statistics_published_rates",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statistics_published_rates_region_code_row_no",
                table: "statistics_published_rates",
                columns: new[] { "region_code", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_task_withdrawals_id",
                table: "task_withdrawals",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_withdrawals_task_id_state",
                table: "task_withdrawals",
                columns: new[] { "task_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demo_story");

            migrationBuilder.DropTable(
                name: "hazard_closure");

            migrationBuilder.DropTable(
                name: "hazard_emergency_measure");

            migrationBuilder.DropTable(
                name: "hazard_message");

            migrationBuilder.DropTable(
                name: "hazard_pattern");

            migrationBuilder.DropTable(
                name: "hazard_report");

            migrationBuilder.DropTable(
                name: "hazard_report_recipient");

            migrationBuilder.DropTable(
                name: "hazard_routing");

            migrationBuilder.DropTable(
                name: "hazard_seizure");

            migrationBuilder.DropTable(
                name: "hazard_view");

            migrationBuilder.DropTable(
                name: "hazard_view_star");

            migrationBuilder.DropTable(
                name: "matter_gram");

            migrationBuilder.DropTable(
                name: "matter_tally");

            migrationBuilder.DropTable(
                name: "org_enterprise_name_gram");

            migrationBuilder.DropTable(
                name: "org_post_deputy");

            migrationBuilder.DropTable(
                name: "org_post_succession");

            migrationBuilder.DropTable(
                name: "org_region_reorganization");

            migrationBuilder.DropTable(
                name: "policy_pack_proposal");

            migrationBuilder.DropTable(
                name: "rectification_look_back");

            migrationBuilder.DropTable(
                name: "search_mark");

            migrationBuilder.DropTable(
                name: "sheet_export");

            migrationBuilder.DropTable(
                name: "sheet_file_piece");

            migrationBuilder.DropTable(
                name: "sheet_import");

            migrationBuilder.DropTable(
                name: "sheet_import_row");

            migrationBuilder.DropTable(
                name: "sheet_mapping");

            migrationBuilder.DropTable(
                name: "statistics_published_rates");

            migrationBuilder.DropTable(
                name: "task_withdrawals");

            migrationBuilder.DropIndex(
                name: "IX_task_tasks_completed_by_person_id_matter_id",
                table: "task_tasks");

            migrationBuilder.DropIndex(
                name: "IX_org_person_enterprise_id",
                table: "org_person");

            migrationBuilder.DropIndex(
                name: "IX_org_person_name",
                table: "org_person");

            migrationBuilder.DropIndex(
                name: "IX_org_equipment_code",
                table: "org_equipment");

            migrationBuilder.DropIndex(
                name: "IX_org_enterprise_credit_code",
                table: "org_enterprise");

            migrationBuilder.DropIndex(
                name: "IX_org_enterprise_name",
                table: "org_enterprise");

            migrationBuilder.DropIndex(
                name: "IX_org_enterprise_status_disposals_opened_at",
                table: "org_enterprise");

            migrationBuilder.DropIndex(
                name: "IX_matter_hold_equipment_id_lifted_at",
                table: "matter_hold");

            migrationBuilder.DropIndex(
                name: "IX_matter_confirmation_chain_id",
                table: "matter_confirmation");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_created_at_row_no",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_due_order_row_no",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_equipment_kind_region_code_state",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_found_at_row_no",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_grade_region_code_state",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_is_overdue_region_code_state",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_region_code_state_grade_source_equipment_kind_is_overdue_place_type_updated_at",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_source_region_code_state",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_state_region_code_is_overdue",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_state_updated_at_row_no",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_kind_updated_at_row_no",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_number_prefix",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_matter_region_code_found_on",
                table: "matter");

            migrationBuilder.DropIndex(
                name: "IX_hazard_defect_key_found_at",
                table: "hazard");

            migrationBuilder.DropIndex(
                name: "IX_hazard_equipment_code",
                table: "hazard");

            migrationBuilder.DropIndex(
                name: "IX_hazard_found_at",
                table: "hazard");

            migrationBuilder.DropIndex(
                name: "IX_doc_document_corrects_id",
                table: "doc_document");

            migrationBuilder.DropIndex(
                name: "IX_doc_document_matter_id_row_no",
                table: "doc_document");

            migrationBuilder.DropIndex(
                name: "IX_doc_document_number",
                table: "doc_document");

            migrationBuilder.DropIndex(
                name: "IX_doc_document_template_state_issued_at",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "close_reason",
                table: "task_tasks");

            migrationBuilder.DropColumn(
                name: "interim_control_mode",
                table: "rectification_plan");

            migrationBuilder.DropColumn(
                name: "applied_at",
                table: "policy_pack");

            migrationBuilder.DropColumn(
                name: "flagged",
                table: "policy_pack");

            migrationBuilder.DropColumn(
                name: "moved",
                table: "policy_pack");

            migrationBuilder.DropColumn(
                name: "addresses",
                table: "org_region_succession");

            migrationBuilder.DropColumn(
                name: "void_reason",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "voided_at",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "voided_by",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "voided_by_name",
                table: "org_post");

            migrationBuilder.DropColumn(
                name: "enterprise_id",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "region_code",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "version",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "void_reason",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "voided_at",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "voided_by",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "voided_by_name",
                table: "org_person");

            migrationBuilder.DropColumn(
                name: "model",
                table: "org_equipment");

            migrationBuilder.DropColumn(
                name: "void_reason",
                table: "org_equipment");

            migrationBuilder.DropColumn(
                name: "voided_at",
                table: "org_equipment");

            migrationBuilder.DropColumn(
                name: "voided_by",
                table: "org_equipment");

            migrationBuilder.DropColumn(
                name: "voided_by_name",
                table: "org_equipment");

            migrationBuilder.DropColumn(
                name: "disposals_opened_at",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "dissolved_on",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "ending",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "ending_proof",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "void_reason",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "voided_at",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "voided_by",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "voided_by_name",
                table: "org_enterprise");

            migrationBuilder.DropColumn(
                name: "equipment_id",
                table: "matter_hold");

            migrationBuilder.DropColumn(
                name: "template",
                table: "matter_hold");

            migrationBuilder.DropColumn(
                name: "chain_id",
                table: "matter_confirmation");

            migrationBuilder.DropColumn(
                name: "decided_by_user_id",
                table: "matter_confirmation");

            migrationBuilder.DropColumn(
                name: "place",
                table: "matter_confirmation");

            migrationBuilder.DropColumn(
                name: "places",
                table: "matter_confirmation");

            migrationBuilder.DropColumn(
                name: "close_reason",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "due_order",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "equipment_kind",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "found_at",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "found_on",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "is_fixed_on_spot",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "registered_on",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "source",
                table: "matter");

            migrationBuilder.DropColumn(
                name: "proof",
                table: "hazard_instruction");

            migrationBuilder.DropColumn(
                name: "defect_key",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "earliest_found_at",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "equipment_kind",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "equipment_model",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "grade_approver_name",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "graded_by_name",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "graded_on",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "maintenance_unit",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "pattern_id",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "proposed_relapse_of_id",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "relapse_of_id",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "relapse_reason",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "unit_gone_at",
                table: "hazard");

            migrationBuilder.DropColumn(
                name: "corrected_by_id",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "correction_reason",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "corrects_id",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "department_code",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "drafted_by_id",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "region_code",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "unit_name",
                table: "doc_document");

            migrationBuilder.DropColumn(
                name: "rule_changed",
                table: "deadline");

            migrationBuilder.DropColumn(
                name: "rules_asked_version",
                table: "deadline");

            migrationBuilder.AlterColumn<string>(
                name: "service_mode",
                table: "hazard_instruction",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.AlterColumn<DateTime>(
                name: "served_at",
                table: "hazard_instruction",
                type: "datetime2(3)",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "datetime2(3)",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "receiver",
                table: "hazard_instruction",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "nvarchar(120)",
                oldMaxLength: 120,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "hazard",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                table: "doc_document",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "nvarchar(80)",
                oldMaxLength: 80,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "org_enterprise_gram",
                columns: table => new
                {
                    gram = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_enterprise_gram", x => new { x.gram, x.enterprise_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_code",
                table: "org_equipment",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_credit_code",
                table: "org_enterprise",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matter_created_at",
                table: "matter",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_matter_region_code_state",
                table: "matter",
                columns: new[] { "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_state_updated_at",
                table: "matter",
                columns: new[] { "state", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_matter_id",
                table: "doc_document",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_number",
                table: "doc_document",
                column: "number",
                unique: true);
        }
    }
}
