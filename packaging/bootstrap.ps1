<#
Prepares a checkout on Windows and does one job, as `make run`, `make test`, `make lint` and `make package` elsewhere.

    powershell -ExecutionPolicy Bypass -File packaging\bootstrap.ps1 run|test|lint|package [options of the command]

A second call starts at once: .venv is filled again only after pyproject.toml or the version changed. What is packaged comes
from an environment of its own, build\venv: there is nothing in it but what packaging\requirements.lock names, by its hashes.
#>
param(
    [Parameter(Mandatory)][ValidateSet('run', 'test', 'lint', 'package')][string]$Mode,
    [Parameter(ValueFromRemainingArguments)][string[]]$Options = @()
)
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath (Split-Path -Parent $PSScriptRoot)

# Programs report through their exit code, which PowerShell does not take for an error by itself.
function Invoke-Program([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}

# The newest interpreter of the versions in pyproject.toml that really starts: python.exe may be the shop's placeholder.
function Find-Python {
    $candidates = @()
    if ($env:PYTHON) {
        $candidates += , @($env:PYTHON)
    }
    else {
        foreach ($minor in 14, 13, 12, 11) { $candidates += , @('py', "-3.$minor") }
        $candidates += , @('python')
    }
    foreach ($candidate in $candidates) {
        if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
        $check = 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
        $arguments = @($candidate | Select-Object -Skip 1) + @('-c', $check)
        # The launcher's complaint about a version that is not there must not end the search.
        $ErrorActionPreference = 'Continue'
        & $candidate[0] @arguments 2>&1 | Out-Null
        if ($LASTEXITCODE -eq 0) { return , $candidate }
    }
    Write-Host 'c42desktop needs Python 3.11 to 3.14: winget install Python.Python.3.13'
    exit 1
}

$venv = Join-Path (Get-Location) $(if ($Mode -eq 'package') { 'build\venv' } else { '.venv' })
$python = Join-Path $venv 'Scripts\python.exe'
$unfinished = Join-Path $venv '.c42desktop-unfinished'
$folder = Join-Path $venv '.c42desktop-folder'
$stamp = Join-Path $venv ".c42desktop-$Mode"
$fingerprint = (Get-FileHash pyproject.toml).Hash + (Get-FileHash c42desktop\__init__.py).Hash
if ($Mode -eq 'package') { $fingerprint += (Get-FileHash packaging\requirements.lock).Hash }

function Test-Text([string]$Path, [string]$Text) {
    (Test-Path -LiteralPath $Path) -and ((Get-Content -LiteralPath $Path -Raw).Trim() -eq $Text)
}

# Made for this folder, its Python there, and not cut short.
$works = (Test-Path -LiteralPath $python) -and (Test-Text $folder "$(Get-Location)") -and
    -not (Test-Path -LiteralPath $unfinished)
if (-not ($works -and (Test-Text $stamp $fingerprint))) {
    if (-not $works) {
        $found = Find-Python
        Write-Host "Creating $venv ..."
        if (Test-Path -LiteralPath $venv) { Remove-Item -LiteralPath $venv -Recurse -Force }
        New-Item -ItemType Directory -Force $venv | Out-Null
        Set-Content -LiteralPath $unfinished ''
        Invoke-Program $found[0] (@($found | Select-Object -Skip 1) + @('-m', 'venv', $venv))
        Set-Content -LiteralPath $folder "$(Get-Location)"
    }
    Write-Host "Installing c42desktop and its libraries into $venv (the first time about 100 MB) ..."
    # Somebody's "user = true" for pip would forbid what a virtual environment is for.
    $env:PIP_USER = '0'
    Set-Content -LiteralPath $unfinished ''
    if ($Mode -eq 'package') {
        & $python packaging\install_locked.py
    }
    else {
        $target = if ($Mode -eq 'run') { '.' } else { ".[$Mode]" }
        & $python -m pip install --quiet --no-input --disable-pip-version-check -e $target
    }
    $code = $LASTEXITCODE
    # A plain failure has changed nothing; cut short, this line is not reached and the next call starts over.
    Remove-Item -LiteralPath $unfinished
    if ($code) {
        Write-Host 'The libraries could not be installed; the same command tries again.'
        exit $code
    }
    Set-Content -LiteralPath $stamp $fingerprint
    Write-Host 'Ready.'
}

switch ($Mode) {
    # Prosody does not exist for Windows; the demo says so and how to go on.
    'run' { Invoke-Program $python (@('-m', 'c42desktop', 'demo') + $Options) }
    'test' { Invoke-Program $python (@('-m', 'pytest') + $Options) }
    'lint' {
        Invoke-Program $python @('-m', 'ruff', 'check')
        Invoke-Program $python @('-m', 'ruff', 'format', '--check')
        Invoke-Program $python @('-m', 'mypy')
        Invoke-Program (Join-Path $venv 'Scripts\lint-imports.exe') @()
        Invoke-Program $python @('packaging\audit.py')
    }
    'package' {
        Invoke-Program $python (@('-m', 'PyInstaller', '--noconfirm', '--log-level', 'WARN', '--distpath', 'dist',
                '--workpath', 'build', 'packaging\c42desktop.spec') + $Options)
        Invoke-Program $python @('packaging\licences.py')
        Invoke-Program $python @('packaging\smoke.py')
    }
}
