using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SpecialEquipment.Workflow.Server.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "att_attachment",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    taken_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    uploaded_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    uploaded_by_name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_att_attachment", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "att_binding",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    attachment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    bound_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_att_binding", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "calendar_correction",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    notice = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    holidays = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    off = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    make_up_work = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", nullable: false),
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
                    table.PrimaryKey("PK_calendar_correction", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "calendar_edition",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    revision = table.Column<int>(type: "int", nullable: false),
                    covers_from = table.Column<DateOnly>(type: "date", nullable: false),
                    covers_to = table.Column<DateOnly>(type: "date", nullable: false),
                    notice = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    holidays = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    off = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    make_up_work = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    loaded_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    loaded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    loaded_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    correction_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    @checked = table.Column<int>(name: "checked", type: "int", nullable: false),
                    moved = table.Column<int>(type: "int", nullable: false),
                    recomputed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    cancelled_by = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_edition", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "clock_business",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ahead_milliseconds = table.Column<long>(type: "bigint", nullable: false),
                    reached_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_business", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "clock_duty",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    done_until = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    lease_owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_duty", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    rule_id = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    start_event = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    started_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    amount = table.Column<int>(type: "int", nullable: false),
                    roll_forward = table.Column<bool>(type: "bit", nullable: false),
                    named_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    overdue_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    provisional = table.Column<bool>(type: "bit", nullable: false),
                    calendar_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    checked_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    policy_pack_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    met_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    met_late = table.Column<bool>(type: "bit", nullable: false),
                    cancel_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    stops = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "doc_document",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    template = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    organ_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    fields = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    issued_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    served_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    service = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    voided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    voided_by = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    void_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_document", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "doc_serial",
                columns: table => new
                {
                    organ = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_serial", x => new { x.organ, x.kind, x.year });
                });

            migrationBuilder.CreateTable(
                name: "escalation_case",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    fact = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    missed_date = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    close_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalation_case", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "hazard_instruction",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    serial = table.Column<int>(type: "int", nullable: false),
                    items = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    legal_basis = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    stop_use = table.Column<bool>(type: "bit", nullable: false),
                    first_inspector_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    first_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    first_certificate = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    second_inspector_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    second_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    second_certificate = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    issued_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    service_mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    receiver = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    served_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    refused = table.Column<bool>(type: "bit", nullable: false),
                    service_note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard_instruction", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "identity_role",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    normalized_name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_user",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    is_disabled = table.Column<bool>(type: "bit", nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    normalized_user_name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "bit", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "bit", nullable: false),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    act = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    summary = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    person_name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    post_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    on_behalf_of = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    event_time = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    received_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state_after = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    detail = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    previous_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => x.matter_id);
                });

            migrationBuilder.CreateTable(
                name: "matter",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    grade = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    is_overdue = table.Column<bool>(type: "bit", nullable: false),
                    rectify_by = table.Column<DateOnly>(type: "date", nullable: true),
                    place_type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter", x => x.row_no);
                    table.UniqueConstraint("AK_matter_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matter_confirmation",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    command = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    form_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    proposer_user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    proposer_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    proposer_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state_before = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    confirmer_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    confirmer_post_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    confirmer_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    decided_by_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_confirmation", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "matter_hold",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    document_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    placed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_hold", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "matter_link",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    other_matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_link", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "matter_party",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    person_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    post_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    department_name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    enterprise_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    since = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_matter_party", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "notice_notices",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    tail = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    recipient_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    recipient_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    post_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    for_vacant_post = table.Column<bool>(type: "bit", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    opened_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_notices", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_department",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    short_name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    number_mark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    duty = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    place_types = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    priority = table.Column<int>(type: "int", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    successor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_department", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_enterprise",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    credit_code = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    credit_code_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    address = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    place_type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    registered_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_enterprise", x => x.row_no);
                });

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

            migrationBuilder.CreateTable(
                name: "org_equipment",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(21)", maxLength: 21, nullable: false),
                    former_code = table.Column<string>(type: "nvarchar(21)", maxLength: 21, nullable: true),
                    catalogue_code = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    registration_number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    manufacturer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    used_since = table.Column<DateOnly>(type: "date", nullable: true),
                    next_inspection_on = table.Column<DateOnly>(type: "date", nullable: true),
                    maintenance_unit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_equipment", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_person",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    certificate_number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_person", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_post",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    superior_post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_post", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_post_holder",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    valid_from = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    valid_to = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    appointed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    relieved_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_post_holder", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_region",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    short_name = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    parent_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_region", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "org_region_stamp",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    value = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_region_stamp", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_region_succession",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    successor_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    change = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_region_succession", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "policy_pack",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    loaded_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    loaded_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_pack", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "policy_parameter",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    pack_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    parameter_id = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    value = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    mark = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    region = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_parameter", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "policy_rule",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    pack_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    rule_id = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    amount = table.Column<int>(type: "int", nullable: false),
                    unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    roll_forward = table.Column<bool>(type: "bit", nullable: false),
                    start_event = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    article = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    mark = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    region = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_rule", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "rectification_extension",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    old_date = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_date = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    interim_control = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    requested_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    requested_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    granted_date = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    decided_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_extension", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "rectification_plan",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    serial = table.Column<int>(type: "int", nullable: false),
                    goal = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    measures = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    responsible_unit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    leader = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    doer = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    supervisor = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    funding_amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    funding_source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    funding_arrival = table.Column<DateOnly>(type: "date", nullable: true),
                    zero_funding_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    contingency_plan = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    interim_control = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    submitted_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    submitted_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    opinion = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    reviewed_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    reviewed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_plan", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "rectification_progress",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    reported_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    reported_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_progress", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "rectification_reinspection",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    serial = table.Column<int>(type: "int", nullable: false),
                    method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    items = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    result = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    new_deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    first_inspector_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    first_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    first_certificate = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    second_inspector_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    second_inspector_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    second_certificate = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    reinspected_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_reinspection", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "rectification_report",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    serial = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    items = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    funds_spent = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    submitted_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    submitted_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    late = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_report", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "rectification_sign_off",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    opinion = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    approver_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    approver_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    signed_off_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rectification_sign_off", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "server_access_refusal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    method = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    path = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: false),
                    status = table.Column<int>(type: "int", nullable: false),
                    remote_address = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_server_access_refusal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "server_data_protection_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    friendly_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_server_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_assignments",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    post_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    post_kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    person_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    region_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    department_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    superior_post_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    holders_at_start = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    holders_at_end = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    assigned_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_assignments", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "task_comments",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    person_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_comments", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "task_tasks",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    region_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    activity_instance_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    activity_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    form = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    outcomes_json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    about_json = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    closed_by = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    completed_by_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    completed_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    deadline_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    owns_deadline = table.Column<bool>(type: "bit", nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_instant = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    overdue_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    urgency = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    paused = table.Column<bool>(type: "bit", nullable: false),
                    on_overdue = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    escalate = table.Column<bool>(type: "bit", nullable: false),
                    claimed_by_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    claimed_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    claimed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    opened_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    sent_by_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    sent_by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    urge_count = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    closed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_tasks", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "task_transfers",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from_assignment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    to_assignment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_transfers", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "task_urges",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    by_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_urges", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_bookmark",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    activity_instance_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    correlation_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    due_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    payload = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    lease_owner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    lease_until = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_bookmark", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_definition",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    definition_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    is_latest = table.Column<bool>(type: "bit", nullable: false),
                    is_published = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    published_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_definition", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_incident",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    activity_instance_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    activity_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    activity_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    activity_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    message = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    detail = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    retry_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    resolved_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_incident", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_instance",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    definition_version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    definition_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    definition_version = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    correlation_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    open_incidents = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    finished_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    state = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_instance", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_journal",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    activity_instance_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    parent_activity_instance_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    activity_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    node_id = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    activity_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    activity_version = table.Column<int>(type: "int", nullable: false),
                    activity_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    completed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    detail = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_journal", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_pending_signal",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    correlation_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    instance_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    retry_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    last_error = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    raised_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_pending_signal", x => x.row_no);
                });

            migrationBuilder.CreateTable(
                name: "wf_stamp",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wf_stamp", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "identity_role_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    role_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_role_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_identity_role_claim_identity_role_role_id",
                        column: x => x.role_id,
                        principalTable: "identity_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_user_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_identity_user_claim_identity_user_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_user_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_identity_user_login_identity_user_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_user_role",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user_role", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "FK_identity_user_role_identity_role_role_id",
                        column: x => x.role_id,
                        principalTable: "identity_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_identity_user_role_identity_user_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_user_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    login_provider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_user_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_identity_user_token_identity_user_user_id",
                        column: x => x.user_id,
                        principalTable: "identity_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hazard",
                columns: table => new
                {
                    row_no = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    source_system = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    source_id = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    finder_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    reported_by_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    found_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    received_at = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    late_reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    no_unit = table.Column<bool>(type: "bit", nullable: false),
                    enterprise_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    equipment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    equipment_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    equipment_kind_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    equipment_text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    region_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    immediate_danger = table.Column<bool>(type: "bit", nullable: false),
                    clause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    registration_note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    registered_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    dismiss_reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    basis_codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    basis_text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    graded_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    spot_text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    fixed_at = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    search_text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hazard", x => x.row_no);
                    table.ForeignKey(
                        name: "FK_hazard_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "wf_stamp",
                columns: new[] { "name", "value" },
                values: new object[] { "definitions", 1L });

            migrationBuilder.CreateIndex(
                name: "IX_att_attachment_id",
                table: "att_attachment",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_att_attachment_sha256",
                table: "att_attachment",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_att_attachment_uploaded_at",
                table: "att_attachment",
                column: "uploaded_at");

            migrationBuilder.CreateIndex(
                name: "IX_att_binding_attachment_id_matter_id_kind",
                table: "att_binding",
                columns: new[] { "attachment_id", "matter_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_att_binding_matter_id",
                table: "att_binding",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_correction_id",
                table: "calendar_correction",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_calendar_edition_year_revision",
                table: "calendar_edition",
                columns: new[] { "year", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_id",
                table: "deadline",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_matter_id",
                table: "deadline",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_provisional_state",
                table: "deadline",
                columns: new[] { "provisional", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_id",
                table: "doc_document",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_matter_id",
                table: "doc_document",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_doc_document_number",
                table: "doc_document",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_escalation_case_id",
                table: "escalation_case",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_escalation_case_matter_id_closed_at",
                table: "escalation_case",
                columns: new[] { "matter_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_hazard_equipment_id",
                table: "hazard",
                column: "equipment_id");

            migrationBuilder.CreateIndex(
                name: "IX_hazard_matter_id",
                table: "hazard",
                column: "matter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_source_system_source_id",
                table: "hazard",
                columns: new[] { "source_system", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_instruction_id",
                table: "hazard_instruction",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hazard_instruction_matter_id_serial",
                table: "hazard_instruction",
                columns: new[] { "matter_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_role_normalized_name",
                table: "identity_role",
                column: "normalized_name",
                unique: true,
                filter: "[normalized_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_identity_role_claim_role_id",
                table: "identity_role_claim",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_normalized_email",
                table: "identity_user",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_normalized_user_name",
                table: "identity_user",
                column: "normalized_user_name",
                unique: true,
                filter: "[normalized_user_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_person_id",
                table: "identity_user",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_claim_user_id",
                table: "identity_user_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_login_user_id",
                table: "identity_user_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_user_role_role_id",
                table: "identity_user_role",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_matter_id_sequence",
                table: "ledger_entry",
                columns: new[] { "matter_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matter_created_at",
                table: "matter",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_matter_enterprise_id_state",
                table: "matter",
                columns: new[] { "enterprise_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_id",
                table: "matter",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matter_number",
                table: "matter",
                column: "number",
                unique: true,
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_matter_region_code_state",
                table: "matter",
                columns: new[] { "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_state_updated_at",
                table: "matter",
                columns: new[] { "state", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_confirmation_confirmer_person_id_state",
                table: "matter_confirmation",
                columns: new[] { "confirmer_person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_confirmation_id",
                table: "matter_confirmation",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matter_confirmation_matter_id_state",
                table: "matter_confirmation",
                columns: new[] { "matter_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_hold_id",
                table: "matter_hold",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_matter_hold_matter_id_lifted_at",
                table: "matter_hold",
                columns: new[] { "matter_id", "lifted_at" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_link_matter_id",
                table: "matter_link",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_matter_link_other_matter_id",
                table: "matter_link",
                column: "other_matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_matter_party_matter_id_role",
                table: "matter_party",
                columns: new[] { "matter_id", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_matter_party_person_id",
                table: "matter_party",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_notices_id",
                table: "notice_notices",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_notices_matter_id",
                table: "notice_notices",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_notices_recipient_person_id_opened_at",
                table: "notice_notices",
                columns: new[] { "recipient_person_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_notices_recipient_person_id_row_no",
                table: "notice_notices",
                columns: new[] { "recipient_person_id", "row_no" });

            migrationBuilder.CreateIndex(
                name: "IX_org_department_id",
                table: "org_department",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_department_region_code_code_valid_from",
                table: "org_department",
                columns: new[] { "region_code", "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_credit_code",
                table: "org_enterprise",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_id",
                table: "org_enterprise",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_enterprise_region_code",
                table: "org_enterprise",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_code",
                table: "org_equipment",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_enterprise_id",
                table: "org_equipment",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_former_code",
                table: "org_equipment",
                column: "former_code");

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_id",
                table: "org_equipment",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_equipment_registration_number",
                table: "org_equipment",
                column: "registration_number");

            migrationBuilder.CreateIndex(
                name: "IX_org_person_id",
                table: "org_person",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_person_user_id",
                table: "org_person",
                column: "user_id",
                unique: true,
                filter: "[user_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_enterprise_id",
                table: "org_post",
                column: "enterprise_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_id",
                table: "org_post",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_post_kind_region_code",
                table: "org_post",
                columns: new[] { "kind", "region_code" });

            migrationBuilder.CreateIndex(
                name: "IX_org_post_holder_id",
                table: "org_post_holder",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_post_holder_person_id",
                table: "org_post_holder",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_org_post_holder_post_id_valid_from",
                table: "org_post_holder",
                columns: new[] { "post_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "IX_org_region_code_valid_from",
                table: "org_region",
                columns: new[] { "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_region_id",
                table: "org_region",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_region_succession_code_successor_code_effective_on",
                table: "org_region_succession",
                columns: new[] { "code", "successor_code", "effective_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_policy_pack_version",
                table: "policy_pack",
                column: "version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_policy_parameter_pack_version_parameter_id",
                table: "policy_parameter",
                columns: new[] { "pack_version", "parameter_id" });

            migrationBuilder.CreateIndex(
                name: "IX_policy_rule_pack_version_rule_id",
                table: "policy_rule",
                columns: new[] { "pack_version", "rule_id" });

            migrationBuilder.CreateIndex(
                name: "IX_rectification_extension_id",
                table: "rectification_extension",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_extension_matter_id_state",
                table: "rectification_extension",
                columns: new[] { "matter_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_rectification_plan_id",
                table: "rectification_plan",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_plan_matter_id_serial",
                table: "rectification_plan",
                columns: new[] { "matter_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_progress_matter_id",
                table: "rectification_progress",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "IX_rectification_reinspection_id",
                table: "rectification_reinspection",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_reinspection_matter_id_serial",
                table: "rectification_reinspection",
                columns: new[] { "matter_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_report_id",
                table: "rectification_report",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_report_matter_id_serial",
                table: "rectification_report",
                columns: new[] { "matter_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rectification_sign_off_matter_id",
                table: "rectification_sign_off",
                column: "matter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_server_access_refusal_at",
                table: "server_access_refusal",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_id",
                table: "task_assignments",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_person_id_state",
                table: "task_assignments",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_post_id_state",
                table: "task_assignments",
                columns: new[] { "post_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_superior_post_id_state",
                table: "task_assignments",
                columns: new[] { "superior_post_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_task_id",
                table: "task_assignments",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "IX_task_comments_id",
                table: "task_comments",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_comments_task_id",
                table: "task_comments",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_id",
                table: "task_tasks",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_instance_id_activity_instance_id",
                table: "task_tasks",
                columns: new[] { "instance_id", "activity_instance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_instance_id_state",
                table: "task_tasks",
                columns: new[] { "instance_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_matter_id_state",
                table: "task_tasks",
                columns: new[] { "matter_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_sent_by_person_id_state",
                table: "task_tasks",
                columns: new[] { "sent_by_person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_task_tasks_state_urgency",
                table: "task_tasks",
                columns: new[] { "state", "urgency" });

            migrationBuilder.CreateIndex(
                name: "IX_task_transfers_by_person_id",
                table: "task_transfers",
                column: "by_person_id");

            migrationBuilder.CreateIndex(
                name: "IX_task_transfers_id",
                table: "task_transfers",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_transfers_task_id",
                table: "task_transfers",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "IX_task_urges_id",
                table: "task_urges",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_urges_task_id_at",
                table: "task_urges",
                columns: new[] { "task_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_bookmark_due_at",
                table: "wf_bookmark",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_wf_bookmark_id",
                table: "wf_bookmark",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_bookmark_instance_id",
                table: "wf_bookmark",
                column: "instance_id");

            migrationBuilder.CreateIndex(
                name: "IX_wf_bookmark_name_correlation_id",
                table: "wf_bookmark",
                columns: new[] { "name", "correlation_id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_definition_definition_id_version",
                table: "wf_definition",
                columns: new[] { "definition_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_definition_is_published_definition_id",
                table: "wf_definition",
                columns: new[] { "is_published", "definition_id" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_definition_version_id",
                table: "wf_definition",
                column: "version_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_incident_id",
                table: "wf_incident",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_incident_instance_id",
                table: "wf_incident",
                column: "instance_id");

            migrationBuilder.CreateIndex(
                name: "IX_wf_incident_retry_at",
                table: "wf_incident",
                column: "retry_at",
                filter: "retry_at IS NOT NULL AND resolved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_wf_instance_correlation_id",
                table: "wf_instance",
                column: "correlation_id");

            migrationBuilder.CreateIndex(
                name: "IX_wf_instance_id",
                table: "wf_instance",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_instance_open_incidents",
                table: "wf_instance",
                column: "open_incidents",
                filter: "open_incidents > 0");

            migrationBuilder.CreateIndex(
                name: "IX_wf_instance_status_updated_at",
                table: "wf_instance",
                columns: new[] { "status", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "IX_wf_journal_instance_id_activity_instance_id",
                table: "wf_journal",
                columns: new[] { "instance_id", "activity_instance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_pending_signal_correlation_id",
                table: "wf_pending_signal",
                column: "correlation_id");

            migrationBuilder.CreateIndex(
                name: "IX_wf_pending_signal_id",
                table: "wf_pending_signal",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wf_pending_signal_retry_at",
                table: "wf_pending_signal",
                column: "retry_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "att_attachment");

            migrationBuilder.DropTable(
                name: "att_binding");

            migrationBuilder.DropTable(
                name: "calendar_correction");

            migrationBuilder.DropTable(
                name: "calendar_edition");

            migrationBuilder.DropTable(
                name: "clock_business");

            migrationBuilder.DropTable(
                name: "clock_duty");

            migrationBuilder.DropTable(
                name: "deadline");

            migrationBuilder.DropTable(
                name: "doc_document");

            migrationBuilder.DropTable(
                name: "doc_serial");

            migrationBuilder.DropTable(
                name: "escalation_case");

            migrationBuilder.DropTable(
                name: "hazard");

            migrationBuilder.DropTable(
                name: "hazard_instruction");

            migrationBuilder.DropTable(
                name: "identity_role_claim");

            migrationBuilder.DropTable(
                name: "identity_user_claim");

            migrationBuilder.DropTable(
                name: "identity_user_login");

            migrationBuilder.DropTable(
                name: "identity_user_role");

            migrationBuilder.DropTable(
                name: "identity_user_token");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "ledger_head");

            migrationBuilder.DropTable(
                name: "matter_confirmation");

            migrationBuilder.DropTable(
                name: "matter_hold");

            migrationBuilder.DropTable(
                name: "matter_link");

            migrationBuilder.DropTable(
                name: "matter_party");

            migrationBuilder.DropTable(
                name: "notice_notices");

            migrationBuilder.DropTable(
                name: "org_department");

            migrationBuilder.DropTable(
                name: "org_enterprise");

            migrationBuilder.DropTable(
                name: "org_enterprise_gram");

            migrationBuilder.DropTable(
                name: "org_equipment");

            migrationBuilder.DropTable(
                name: "org_person");

            migrationBuilder.DropTable(
                name: "org_post");

            migrationBuilder.DropTable(
                name: "org_post_holder");

            migrationBuilder.DropTable(
                name: "org_region");

            migrationBuilder.DropTable(
                name: "org_region_stamp");

            migrationBuilder.DropTable(
                name: "org_region_succession");

            migrationBuilder.DropTable(
                name: "policy_pack");

            migrationBuilder.DropTable(
                name: "policy_parameter");

            migrationBuilder.DropTable(
                name: "policy_rule");

            migrationBuilder.DropTable(
                name: "rectification_extension");

            migrationBuilder.DropTable(
                name: "rectification_plan");

            migrationBuilder.DropTable(
                name: "rectification_progress");

            migrationBuilder.DropTable(
                name: "rectification_reinspection");

            migrationBuilder.DropTable(
                name: "rectification_report");

            migrationBuilder.DropTable(
                name: "rectification_sign_off");

            migrationBuilder.DropTable(
                name: "server_access_refusal");

            migrationBuilder.DropTable(
                name: "server_data_protection_key");

            migrationBuilder.DropTable(
                name: "task_assignments");

            migrationBuilder.DropTable(
                name: "task_comments");

            migrationBuilder.DropTable(
                name: "task_tasks");

            migrationBuilder.DropTable(
                name: "task_transfers");

            migrationBuilder.DropTable(
                name: "task_urges");

            migrationBuilder.DropTable(
                name: "wf_bookmark");

            migrationBuilder.DropTable(
                name: "wf_definition");

            migrationBuilder.DropTable(
                name: "wf_incident");

            migrationBuilder.DropTable(
                name: "wf_instance");

            migrationBuilder.DropTable(
                name: "wf_journal");

            migrationBuilder.DropTable(
                name: "wf_pending_signal");

            migrationBuilder.DropTable(
                name: "wf_stamp");

            migrationBuilder.DropTable(
                name: "matter");

            migrationBuilder.DropTable(
                name: "identity_role");

            migrationBuilder.DropTable(
                name: "identity_user");
        }
    }
}
